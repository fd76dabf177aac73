<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name></name>
    <message numerus="yes">
        <source>{0} pcs of this offer: the price from {1} holds.</source>
        <translation>
            <numerusform>{0} pc of this offer: the price from {1} holds.</numerusform>
            <numerusform>{0} pcs of this offer: the price from {1} holds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} lines</source>
        <translation>
            <numerusform>{0} line</numerusform>
            <numerusform>{0} lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Place {0} orders</source>
        <translation>
            <numerusform>Place {0} order</numerusform>
            <numerusform>Place {0} orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made without {0} of its lines; they stay in the cart.</source>
        <translation>
            <numerusform>Made without {0} of its lines; it stays in the cart.</numerusform>
            <numerusform>Made without {0} of its lines; they stay in the cart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} earlier steps</source>
        <translation>
            <numerusform>{0} earlier step</numerusform>
            <numerusform>{0} earlier steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} orders placed</source>
        <translation>
            <numerusform>{0} order placed</numerusform>
            <numerusform>{0} orders placed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pay {0} orders</source>
        <translation>
            <numerusform>Pay {0} order</numerusform>
            <numerusform>Pay {0} orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Price at {0} pcs</source>
        <translation>
            <numerusform>Price at {0} pc</numerusform>
            <numerusform>Price at {0} pcs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of these cannot be read</source>
        <translation>
            <numerusform>{0} of these cannot be read</numerusform>
            <numerusform>{0} of these cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And {0} more.</source>
        <translation>
            <numerusform>And {0} more.</numerusform>
            <numerusform>And {0} more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CartEdits</name>
    <message numerus="yes">
        <source>{0} pcs were put in the cart.</source>
        <translation>
            <numerusform>{0} pc was put in the cart.</numerusform>
            <numerusform>{0} pcs were put in the cart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} lines removed.</source>
        <translation>
            <numerusform>{0} line removed.</numerusform>
            <numerusform>{0} lines removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message numerus="yes">
        <source>{0} offers copied.</source>
        <translation>
            <numerusform>{0} offer copied.</numerusform>
            <numerusform>{0} offers copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} offers are not compared any more.</source>
        <translation>
            <numerusform>{0} offer is not compared any more.</numerusform>
            <numerusform>{0} offers are not compared any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} offers to compare.</source>
        <translation>
            <numerusform>{0} offer to compare.</numerusform>
            <numerusform>{0} offers to compare.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message numerus="yes">
        <source>{0} orders chosen</source>
        <translation>
            <numerusform>{0} order chosen</numerusform>
            <numerusform>{0} orders chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntentCard</name>
    <message numerus="yes">
        <source>{0} lines</source>
        <translation>
            <numerusform>{0} line</numerusform>
            <numerusform>{0} lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferHead</name>
    <message numerus="yes">
        <source>{0} yrs</source>
        <translation>
            <numerusform>{0} yr</numerusform>
            <numerusform>{0} yrs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderActs</name>
    <message numerus="yes">
        <source>Order ids copied.</source>
        <translation>
            <numerusform>Order id copied.</numerusform>
            <numerusform>Order ids copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} rows copied.</source>
        <translation>
            <numerusform>{0} row copied.</numerusform>
            <numerusform>{0} rows copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export {0} orders</source>
        <translation>
            <numerusform>Export {0} order</numerusform>
            <numerusform>Export {0} orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} orders written to {1}.</source>
        <translation>
            <numerusform>{0} order written to {1}.</numerusform>
            <numerusform>{0} orders written to {1}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrdersPresenter</name>
    <message numerus="yes">
        <source>{0} orders changed.</source>
        <translation>
            <numerusform>{0} order changed.</numerusform>
            <numerusform>{0} orders changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Paying</name>
    <message numerus="yes">
        <source>Open for {0} orders</source>
        <translation>
            <numerusform>Open for {0} order</numerusform>
            <numerusform>Open for {0} orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These {0} orders</source>
        <translation>
            <numerusform>This {0} order</numerusform>
            <numerusform>These {0} orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy for {0} orders</source>
        <translation>
            <numerusform>Copy for {0} order</numerusform>
            <numerusform>Copy for {0} orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message numerus="yes">
        <source>Show all {0} lines</source>
        <translation>
            <numerusform>Show all {0} line</numerusform>
            <numerusform>Show all {0} lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message numerus="yes">
        <source>{0} results</source>
        <translation>
            <numerusform>{0} result</numerusform>
            <numerusform>{0} results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message numerus="yes">
        <source>Copied {0} offers.</source>
        <translation>
            <numerusform>Copied {0} offer.</numerusform>
            <numerusform>Copied {0} offers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkuPanel</name>
    <message numerus="yes">
        <source>{0} had no place in the grid</source>
        <translation>
            <numerusform>{0} had no place in the grid</numerusform>
            <numerusform>{0} had no place in the grid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted {0} cells; {1}.</source>
        <translation>
            <numerusform>Pasted {0} cell; {1}.</numerusform>
            <numerusform>Pasted {0} cells; {1}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} were not taken</source>
        <translation>
            <numerusform>{0} was not taken</numerusform>
            <numerusform>{0} were not taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>{0} jobs</source>
        <translation>
            <numerusform>{0} job</numerusform>
            <numerusform>{0} jobs</numerusform>
        </translation>
    </message>
</context>
</TS>
