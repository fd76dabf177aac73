<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name></name>
    <message>
        <source>no variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock was {0} when you put it in, now {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price went up from {0} to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price went down from {0} to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its way to 1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all checks passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (and {1} more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by 1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking with 1688…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed, nothing ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came back. We ask 1688 until it is known whether the order of {0} exists. Do not order it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is different from what you approved. Look at it and decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order does not exist at 1688. The goods can be ordered again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made without {0} of its lines; they stay in the cart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order exists, but its sum is not {0}. Check it before you pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 made {0} orders of it, {1} together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, not paid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total of a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways to trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red envelopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freight told in words only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staged payment 60/30/10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staged payment 30/70</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} China time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 limits how often we may ask. Wait {0} s, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in to 1688 has ended. Nothing is lost; sign in again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your 1688 app is not permitted to do this. Apply for {0} in the 1688 console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 answered in a way this version does not understand. Try again; if it stays, report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking with 1688 whether this order was made. Do not order it again until that is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something changed since you looked, so nothing was ordered. Review it and decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These goods are already on their way to 1688. Wait until that order is settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment page was opened at {0} and the order is still unpaid. Check there before paying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link was not opened: {0} is not a page of 1688 or Alipay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your data is safe; please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection. What is already here stays readable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of 1688 could not be found. Check the network or its name server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 took too long to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at the gateway&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to 1688 is not secure: its certificate was not accepted. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy did not let the request through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 has a problem of its own right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page answered instead of 1688. A sign-in page of this network may be in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong, so secure connections fail. Set the time, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was too large to be right and was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke in the middle of the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This offer is not for sale any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App key and app secret do not belong together. Check both in the account settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 said no. Nothing was changed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder has no picture in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file at that place any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a picture, whatever its name says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of this kind cannot be read. JPEG, PNG, WebP, GIF, BMP and TIFF can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is cut off: the file is not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large to be a photo. Up to 200 MB can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture has too many pixels to be read safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is too small to search with. It needs at least 16 pixels a side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture could not be loaded. Only pictures of 1688 are; save or copy it, then drop or paste it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type something to look for, or drop a photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too long. Up to {0} characters are searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in it that can be searched for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must not be below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lower price is above the higher one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is larger than anything on sale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s address must begin with https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sign-in answer belongs to another attempt. Start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The minimum is {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is sold in lots of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are only {0} in stock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be used: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be saved. Free some space; what you see is not lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds our data file. Close it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file is damaged. It was left untouched; a copy can be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data was written by a newer version of the program. Update to open it; it was left untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder cannot be written to. Choose another, or allow writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our data file cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a page of {0} in your browser?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State at 1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total, CNY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods, CNY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freight, CNY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded, CNY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made, China time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid, China time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped, China time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of, China time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy order id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy waybill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on 1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check unknown orders now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No steps yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered without a carrier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the waybill number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} earlier steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 earlier step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment opened {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 has not told the lines yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the order id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy our reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elsewhere, for example on 1688&apos;s own pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message to supplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your memo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To ship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for pick-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order does not cost what you approved. Compare the sums before you pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The supplier changed the price since you ordered. Compare the sums before you pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order was made without some of its lines. Check it before you pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 gives this order a state that this version does not know. Look at it on 1688.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time to pay is over; 1688 may close this order any moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay within {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay within {0}, then 1688 closes the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund: the supplier has to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund: the supplier refused. Change or withdraw it on 1688.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund: the supplier waits for the goods. Send them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund: the goods are on their way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The refund was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund: 1688 says “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled by the buyer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed by the supplier: out of stock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed because it was not paid in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed for another reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed. 1688 says “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} + {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay {0} orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I do not need it any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more to reach the minimum of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold in lots of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {0} in stock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for sale any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One order takes at most {0} lines. Leave some for a second one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more pcs or {1} more to reach this supplier&apos;s mixed-order minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more pcs to reach this supplier&apos;s mixed-order minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more to reach this supplier&apos;s mixed-order minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lots of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pcs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or mixed with the supplier&apos;s other offers from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is below zero; the quantity was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a whole number; the quantity was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is larger than anything on sale; the quantity was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a number; the quantity was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold, 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repurchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price, low first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price, high first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most repurchased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apache-2.0. Qt is used under the LGPL, version 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sign-in page first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An app key has only digits. Copy it from the console of the 1688 Open Platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app key is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app secret is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the redirect address that is registered for the app, with https:// in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway&apos;s address begins with https:// (http only on this computer).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is not the answer to this sign-in. Open the page again, then paste the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no code in this address. Paste the whole address of the page you ended at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App key and secret do not match. Copy both again from the console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 refused this token. Copy it again, or sign in through the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 said no: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search 1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by a photo file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by what is on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 limits how often we may ask. Waiting {0} s, then going on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you left it, {0} · opening …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keyring: the secrets are kept for this run only. Next time you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place 1 order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place {0} orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pcs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountChip</name>
    <message>
        <source>No account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account and settings  {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note to the supplier, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cancelling</name>
    <message>
        <source>Cancel this order?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is closed at 1688 and cannot be opened again; its goods can be ordered anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the order of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {0} is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {0} is not cancelled. It is now: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came. Whether order {0} is cancelled is not known yet; it is read again until it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 cancels an order 10 s after it was made at the earliest. Order {0} was not cancelled; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CartEdits</name>
    <message>
        <source>{0} pcs were put in the cart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 line removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lines removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CartLines</name>
    <message>
        <source>Goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CartPage</name>
    <message>
        <source>The cart is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an offer, type the quantities you want, and put them in. They stay here until you order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the order button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the marked lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the delivery address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading prices and stock again…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CartPresenter</name>
    <message>
        <source>Not connected yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders are being placed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a supplier whose checks have passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a delivery address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking 1688 for the exact sums…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be ordered as it is; each receipt says why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CartTree</name>
    <message>
        <source>Cart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CategoryTree</name>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type the name of an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect a 1688 account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirect address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address you ended at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the gateway spells its calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sign-in page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another gateway or an older spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in through the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a permanent token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app belongs to one account and needs no token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As 1688 today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the older solution document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need an app on the 1688 Open Platform with the cross-border solution. Your 1688 password is never asked for here; key, secret and tokens are kept in the system&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking 1688 …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to choose an area. Arrows move it, Shift with arrows resizes it, Escape clears it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DescriptionView</name>
    <message>
        <source>The seller&apos;s description</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Open on 1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders of the demo marketplace have no page on 1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} orders chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them waits for payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All wait for payment, {0} together. One page pays them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of them wait for payment, {1} together. One page pays these; the others are left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the order…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: paying and cancelling need a connection. Nothing is queued.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailView</name>
    <message>
        <source>Copy the order id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on 1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supplier not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment page was opened on {0}. Waiting for 1688 to tell that it is paid.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Choose a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or try one of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a photo here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop, paste or choose a picture of what you want; 1688 is searched for what looks like it. Only the pixels leave this computer: no place, no date, no file name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping, invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description by the seller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest was left out: it is too long to be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ships from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ships within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} g a unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask the supplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-piece delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FatePanel</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 says: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Try the demo marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a 1688 account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles translated to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source from 1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find who makes it, compare, order, and follow every parcel. How do you want to begin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A made-up marketplace on this computer: thousands of offers to search, order, pay and track.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account, no network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is real, nothing costs money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same screens as with 1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For buyers whose company has an app on the 1688 Open Platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App key and app secret of the cross-border solution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sign-in at 1688, in your browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your 1688 password is never asked for here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local currency</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstUse</name>
    <message>
        <source>Search with words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in any language, a link or an offer id. Or drop a photo anywhere on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searched before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Asking 1688 for the payment page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel in {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel order…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Picture of the offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Search by this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by the first photo in this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only photos, links and words can be dropped here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntentCard</name>
    <message>
        <source>Checking with 1688 whether this order exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our reference {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 has orders under our reference that are not exactly what was sent. Nothing was taken over; which are yours?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not exist…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticked ones are mine…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LedgerTrouble</name>
    <message>
        <source>Start with an empty ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what is on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the file is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with your cart, your orders and what was sent is not where it was. It belongs here:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with your cart, your orders and what was sent cannot be read. Nothing was deleted; it was set aside here:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the backup of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be ordered until it opens; nothing is lost meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was put in the cart since is missing. Orders made since are read again from 1688.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cart and the saved searches are empty. Orders are read again from 1688.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineBar</name>
    <message>
        <source>Type a number to change a quantity, Delete removes, Space ticks a supplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open offer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineDelegate</name>
    <message>
        <source>sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>No order has these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ids, suppliers, goods, item numbers, waybills and memos of all orders were searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order is in this state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other order waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading orders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 is asked for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you place, here or on 1688, shows up here: to pay, on its way, done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Demo marketplace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeRow</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferGrid</name>
    <message>
        <source>Offers as cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferHead</name>
    <message>
        <source>Copy the Chinese title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on 1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Chinese title was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offer id was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy offer id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} yrs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ships from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repurchase {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Powerful merchant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-piece delivery</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferPresenter</name>
    <message>
        <source>This offer is not for sale any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the quantities you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting it in the cart…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferPreview</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferSkeleton</name>
    <message>
        <source>Loading the offer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferTable</name>
    <message>
        <source>Offers as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferView</name>
    <message>
        <source>Not for sale any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The supplier has taken this offer down. Nothing of it can be ordered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This offer could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offer is loaded as soon as an account is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This offer is not for sale any more. What you see is from {0} ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Prices and stock are from {1} ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking 1688…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices and stock are from {0} ago. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Omnibox</name>
    <message>
        <source>Search by photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search 1688: words, a link, an offer id, or paste a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search 1688</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderActs</name>
    <message>
        <source>Order id copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order ids copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waybill copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {0} orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orders {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be written. It may be open in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} orders written to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on 1688?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {0} opens in your browser, on a page of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy order id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on 1688…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>Delivery address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliver to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a delivery address on 1688 first; then it can be chosen here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a very large sum. Compare it with the receipts before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderTable</name>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search orders, waybills, goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline. Orders as of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {0}. Asking 1688 what is new…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to date {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {0} ({1}, {2}) is now: {3}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrdersPresenter</name>
    <message>
        <source>Order {0} ({1}) is now: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} orders changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show orders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paying</name>
    <message>
        <source>1688 gave no payment page for these orders; nothing was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for 1 order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for {0} orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment page leaves orders out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688&apos;s page does not cover the orders below. They stay unpaid when you pay the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser could be opened. Nothing was paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {0} does not wait for payment any more; no page was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} would now cost another sum than the one you saw. Nothing was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment was started before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment page was opened on {0} for the orders below. 1688 says they are still unpaid, but a payment may be under way. Check the page that is open, or your bank, before you pay a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These {0} orders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>Photo search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the whole photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is sent of the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller area with one thing in it, or take words and prices away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing looks like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This search did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoPanel</name>
    <message>
        <source>No metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search this area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: linen, with zip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before: {0} × {1} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a box on the photo first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceRange</name>
    <message>
        <source>Lowest price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message>
        <source>Open offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No offer is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one from the results, or paste a 1688 link or an offer id into the search box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to quantities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on 1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy offer id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the Chinese title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be loaded right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuantityField</name>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateField</name>
    <message>
        <source>Local currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one yuan is worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CN¥1 =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices are shown in yuan only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own rate, set on {0}. Amounts carry “≈”; orders are always in yuan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what one yuan is worth to see local amounts beside prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number above 0, like 21.3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way to trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use red envelopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the seller, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message to the seller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renewing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 says: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {0} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take these lines out of the cart to order the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and what the seller adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount, in the goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By your choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 will make of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These sums do not agree: nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way to trade here; order it on the web site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688&apos;s own choice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefusalCard</name>
    <message>
        <source>1688 refused this order; nothing was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1688 says: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultBar</name>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted here: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Copied {0} offers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be loaded now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at 1688</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the Chinese title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the offer id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results as cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Chinese titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This search did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer or other words, or search by a photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No offer fits all of it. Take a filter off, or use fewer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0} ago; looking again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0} ago. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to date {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; that is all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPresenter</name>
    <message>
        <source>Saved the search “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SentView</name>
    <message>
        <source>What is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo as it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG, {0} × {1} pixels, {2}. No place, no date, no camera, no file name: the file holds pixels only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to the default: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fades or slides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of menus, buttons and messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles translated to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What 1688 translates offers into. The Chinese original is always one key away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown beside yuan as an estimate. Orders are always in yuan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again above (CN¥)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more question before an order larger than this is placed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Orders that need you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the Orders tab when something waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No marks and no messages about orders for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read orders every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the program is open and online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers and pictures already seen. The oldest go first; carts and orders are never touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number above 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos and privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a 1688 account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the demo marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carts, orders and searches of accounts never mix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on this computer; nothing in it is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the tokens from this computer. To withdraw the permission at 1688 as well, open the authorised apps of your account there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its cart and orders stay on this computer for the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only pixels leave this computer: place, camera and file name are removed before a search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and tokens are in the system&apos;s keyring. They are in no file and no log of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers and pictures are fetched again when needed. Cart, orders and history stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Does this order not exist at 1688?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at your orders on 1688 first. Once you say that it does not exist, its goods can be ordered again; if it does exist after all, they would be bought twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this your order?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are these your order?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are then kept as what became of the order you sent, and its lines leave the cart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, it is mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order to {0} exists: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order to {0} counts as not made. Its goods can be ordered again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SkeletonGrid</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SkuDelegate</name>
    <message>
        <source>{0} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this offer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SkuPanel</name>
    <message>
        <source>Filter variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} by {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · goods {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in the cart already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0} · {1} to cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the quantities right first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} had no place in the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} were not whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted {0} cells; {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SkuSheet</name>
    <message>
        <source>Clear quantities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in stock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SkuTable</name>
    <message>
        <source>Quantities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatePanel</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TabButton</name>
    <message>
        <source>{0}, needs attention</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TabChips</name>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TierBar</name>
    <message>
        <source>{0} more for {1} each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price of every variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price by variant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TierCard</name>
    <message>
        <source>, reached</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
