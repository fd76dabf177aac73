<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name></name>
    <message>
        <source>no variants</source>
        <translation>バリエーションなし</translation>
    </message>
    <message>
        <source>Stock was {0} when you put it in, now {1}.</source>
        <translation>カートに入れたときの在庫は {0}、現在は {1} です。</translation>
    </message>
    <message>
        <source>The price went up from {0} to {1}.</source>
        <translation>価格が {0} から {1} に上がりました。</translation>
    </message>
    <message>
        <source>The price went down from {0} to {1}.</source>
        <translation>価格が {0} から {1} に下がりました。</translation>
    </message>
    <message numerus="yes">
        <source>{0} lines</source>
        <translation>
            <numerusform>明細 {0} 件</numerusform>
        </translation>
    </message>
    <message>
        <source>on its way to 1688</source>
        <translation>1688 に送信中</translation>
    </message>
    <message>
        <source>all checks passed</source>
        <translation>確認項目すべて問題なし</translation>
    </message>
    <message>
        <source>{0} (and {1} more)</source>
        <translation>{0}(ほか {1} 件)</translation>
    </message>
    <message>
        <source>Waiting its turn</source>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>Placing…</source>
        <translation>注文中…</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>注文済み</translation>
    </message>
    <message>
        <source>Refused by 1688</source>
        <translation>1688 が拒否</translation>
    </message>
    <message>
        <source>Checking with 1688…</source>
        <translation>1688 に確認中…</translation>
    </message>
    <message>
        <source>Changed, nothing ordered</source>
        <translation>変更あり・未注文</translation>
    </message>
    <message>
        <source>Not ordered</source>
        <translation>未注文</translation>
    </message>
    <message>
        <source>No answer came back. We ask 1688 until it is known whether the order of {0} exists. Do not order it again.</source>
        <translation>応答がありませんでした。{0} の注文が存在するかどうか判明するまで 1688 に確認を続けます。もう一度注文しないでください。</translation>
    </message>
    <message>
        <source>These goods were ordered before, and this program had lost its record of it. Order them again?</source>
        <translation>これらの商品は以前に注文されていますが、このプログラムの記録が失われていました。もう一度注文しますか？</translation>
    </message>
    <message>
        <source>Something is different from what you approved. Look at it and decide again.</source>
        <translation>承認した内容と異なる点があります。確認して、もう一度判断してください。</translation>
    </message>
    <message>
        <source>This order does not exist at 1688. The goods can be ordered again.</source>
        <translation>この注文は 1688 に存在しません。商品はもう一度注文できます。</translation>
    </message>
    <message numerus="yes">
        <source>Made without {0} of its lines; they stay in the cart.</source>
        <translation>
            <numerusform>明細 {0} 件を除いて注文されました。除かれた明細はカートに残っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>The order exists, but its sum is not {0}. Check it before you pay.</source>
        <translation>注文は存在しますが、金額が {0} ではありません。支払う前に確認してください。</translation>
    </message>
    <message>
        <source>1688 made {0} orders of it, {1} together.</source>
        <translation>1688 で {0} 件の注文に分かれました(合計 {1})。</translation>
    </message>
    <message>
        <source>{0}, not paid yet.</source>
        <translation>{0}(未払い)</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品代金</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>送料</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>割引</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>手数料</translation>
    </message>
    <message>
        <source>Total of a part</source>
        <translation>内訳の合計</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Number of orders</source>
        <translation>注文数</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>サプライヤー</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>プロモーション</translation>
    </message>
    <message>
        <source>Ways to trade</source>
        <translation>取引方式</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>取引チャネル</translation>
    </message>
    <message>
        <source>Red envelopes</source>
        <translation>紅包</translation>
    </message>
    <message>
        <source>Freight told in words only</source>
        <translation>文章のみで示された送料</translation>
    </message>
    <message>
        <source>Ordered already</source>
        <translation>注文済み</translation>
    </message>
    <message>
        <source>A line</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>Escrow</source>
        <translation>エスクロー</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>Alipay</translation>
    </message>
    <message>
        <source>Account period</source>
        <translation>掛け払い</translation>
    </message>
    <message>
        <source>Platform credit</source>
        <translation>プラットフォーム与信</translation>
    </message>
    <message>
        <source>Staged payment 60/30/10</source>
        <translation>分割払い 60/30/10</translation>
    </message>
    <message>
        <source>Staged payment 30/70</source>
        <translation>分割払い 30/70</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>たった今</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 時間</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} 日</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} 日 {1} 時間</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 時間 {1} 分</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation>yyyy/MM/dd HH:mm</translation>
    </message>
    <message>
        <source>{0} China time</source>
        <translation>{0}(中国時間)</translation>
    </message>
    <message>
        <source>Order {0}</source>
        <translation>注文 {0}</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>注文</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>1688 limits how often we may ask. Wait {0} s, then go on.</source>
        <translation>1688 の呼び出し回数の制限に達しました。{0} 秒待ってから続けてください。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>The sign-in to 1688 has ended. Nothing is lost; sign in again to go on.</source>
        <translation>1688 へのサインインの有効期限が切れました。データは失われていません。続けるにはもう一度サインインしてください。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Your 1688 app is not permitted to do this. Apply for {0} in the 1688 console.</source>
        <translation>お使いの 1688 アプリにはこの操作の権限がありません。1688 のコンソールで {0} を申請してください。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>1688 answered in a way this version does not understand. Try again; if it stays, report it.</source>
        <translation>1688 からの応答をこのバージョンでは解釈できません。もう一度お試しください。解決しない場合はご報告ください。</translation>
    </message>
    <message>
        <source>Checking with 1688 whether this order was made. Do not order it again until that is known.</source>
        <translation>この注文が成立したか 1688 に確認しています。判明するまで、もう一度注文しないでください。</translation>
    </message>
    <message>
        <source>Show orders</source>
        <translation>注文を表示</translation>
    </message>
    <message>
        <source>Something changed since you looked, so nothing was ordered. Review it and decide again.</source>
        <translation>確認後に内容が変わったため、注文していません。もう一度確認して判断してください。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>These goods are already on their way to 1688. Wait until that order is settled.</source>
        <translation>これらの商品はすでに 1688 に注文を送信中です。その注文の結果が出るまでお待ちください。</translation>
    </message>
    <message>
        <source>This link was not opened: {0} is not a page of 1688 or Alipay.</source>
        <translation>このリンクは開きませんでした。{0} は 1688 または Alipay のページではありません。</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>このアドレス</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your data is safe; please report this.</source>
        <translation>プログラム内部で問題が発生しました。データは無事です。この問題をご報告ください。</translation>
    </message>
    <message>
        <source>No connection. What is already here stays readable.</source>
        <translation>接続できません。すでに読み込んだ内容は引き続き閲覧できます。</translation>
    </message>
    <message>
        <source>The address of 1688 could not be found. Check the network or its name server.</source>
        <translation>1688 のアドレスが見つかりません。ネットワークまたは DNS サーバーを確認してください。</translation>
    </message>
    <message>
        <source>1688 took too long to answer.</source>
        <translation>1688 からの応答が時間切れになりました。</translation>
    </message>
    <message>
        <source>Nothing answers at the gateway&apos;s address.</source>
        <translation>ゲートウェイのアドレスから応答がありません。</translation>
    </message>
    <message>
        <source>The demo marketplace is not running. Try again starts it.</source>
        <translation>デモマーケットが動作していません。「再試行」で起動します。</translation>
    </message>
    <message>
        <source>The connection to 1688 is not secure: its certificate was not accepted. Nothing was sent.</source>
        <translation>1688 への接続が安全ではありません。証明書を確認できなかったため、何も送信していません。</translation>
    </message>
    <message>
        <source>The proxy did not let the request through.</source>
        <translation>プロキシがリクエストを通しませんでした。</translation>
    </message>
    <message>
        <source>The proxy that is set for this computer does not answer. Nothing was sent.</source>
        <translation>このコンピューターに設定されているプロキシが応答しません。何も送信していません。</translation>
    </message>
    <message>
        <source>The proxy that is set for this computer cannot be used. Nothing was sent; see Details.</source>
        <translation>このコンピューターに設定されているプロキシは使えません。何も送信していません。詳細をご覧ください。</translation>
    </message>
    <message>
        <source>1688 has a problem of its own right now.</source>
        <translation>現在 1688 側で障害が発生しています。</translation>
    </message>
    <message>
        <source>A web page answered instead of 1688. A sign-in page of this network may be in between.</source>
        <translation>1688 ではなく Web ページから応答がありました。このネットワークのログインページが割り込んでいる可能性があります。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong, so secure connections fail. Set the time, then try again.</source>
        <translation>このコンピューターの時計がずれているため、安全な接続ができません。時刻を合わせてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The answer was too large to be right and was not read.</source>
        <translation>応答が異常に大きいため、読み込みませんでした。</translation>
    </message>
    <message>
        <source>The connection broke in the middle of the answer.</source>
        <translation>応答の途中で接続が切れました。</translation>
    </message>
    <message>
        <source>1688 could not be reached.</source>
        <translation>1688 に接続できませんでした。</translation>
    </message>
    <message>
        <source>This offer is not for sale any more.</source>
        <translation>この商品は販売を終了しました。</translation>
    </message>
    <message>
        <source>App key and app secret do not belong together. Check both in the account settings.</source>
        <translation>アプリキーとアプリシークレットの組み合わせが正しくありません。アカウント設定で両方を確認してください。</translation>
    </message>
    <message>
        <source>1688 refused to answer this. Ask for something else, or try again later.</source>
        <translation>1688 がこの問い合わせを受け付けませんでした。別の内容で試すか、後でもう一度お試しください。</translation>
    </message>
    <message>
        <source>1688 said no. Nothing was changed there.</source>
        <translation>1688 に拒否されました。1688 側では何も変更されていません。</translation>
    </message>
    <message>
        <source>This folder has no picture in it.</source>
        <translation>このフォルダーに画像はありません。</translation>
    </message>
    <message>
        <source>There is no file at that place any more.</source>
        <translation>その場所にファイルがありません。</translation>
    </message>
    <message>
        <source>This is not a picture, whatever its name says.</source>
        <translation>名前にかかわらず、これは画像ファイルではありません。</translation>
    </message>
    <message>
        <source>This picture is cut off: the file is not complete.</source>
        <translation>画像ファイルが途中で切れています。</translation>
    </message>
    <message>
        <source>This file is too large to be a photo. Up to 200 MB can be read.</source>
        <translation>ファイルが大きすぎます。200 MB まで読み込めます。</translation>
    </message>
    <message>
        <source>This picture has too many pixels to be read safely.</source>
        <translation>画素数が多すぎるため、安全に読み込めません。</translation>
    </message>
    <message>
        <source>This picture is too small to search with. It needs at least 16 pixels a side.</source>
        <translation>画像が小さすぎて検索に使えません。各辺 16 ピクセル以上が必要です。</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>ファイルが空です。</translation>
    </message>
    <message>
        <source>This picture could not be loaded. Only pictures of 1688 are; save or copy it, then drop or paste it.</source>
        <translation>この画像は読み込めませんでした。直接読み込めるのは 1688 の画像だけです。保存またはコピーしてから、ドロップするか貼り付けてください。</translation>
    </message>
    <message>
        <source>This picture cannot be read.</source>
        <translation>この画像は読み込めません。</translation>
    </message>
    <message>
        <source>{0} leads into a private network, so it was not asked for a picture.</source>
        <translation>{0} は社内などの内部ネットワークにつながるため、画像を取得しませんでした。</translation>
    </message>
    <message>
        <source>{0} could not be reached.</source>
        <translation>{0} に接続できませんでした。</translation>
    </message>
    <message>
        <source>{0} does not give this picture away. Save or copy it in the browser, then drop or paste it.</source>
        <translation>{0} はこの画像を渡してくれません。ブラウザーで保存またはコピーしてから、ドロップまたは貼り付けてください。</translation>
    </message>
    <message>
        <source>What {0} answered is not a picture. Save or copy it in the browser, then drop or paste it.</source>
        <translation>{0} の応答は画像ではありません。ブラウザーで画像を保存またはコピーしてから、ドロップまたは貼り付けてください。</translation>
    </message>
    <message>
        <source>The picture at {0} is too large. Up to 32 MB are read.</source>
        <translation>{0} の画像は大きすぎます。読み込めるのは 32 MB までです。</translation>
    </message>
    <message>
        <source>{0} took too long to answer.</source>
        <translation>{0} の応答に時間がかかりすぎました。</translation>
    </message>
    <message>
        <source>No picture can be got from this address.</source>
        <translation>このアドレスからは画像を取得できません。</translation>
    </message>
    <message>
        <source>Type something to look for, or drop a photo.</source>
        <translation>検索する言葉を入力するか、写真をドロップしてください。</translation>
    </message>
    <message>
        <source>That is too long. Up to {0} characters are searched.</source>
        <translation>長すぎます。検索できるのは {0} 文字までです。</translation>
    </message>
    <message>
        <source>There is nothing in it that can be searched for.</source>
        <translation>検索できる言葉が含まれていません。</translation>
    </message>
    <message>
        <source>These are links to several offers. Paste one of them.</source>
        <translation>複数の商品へのリンクです。1 つだけ貼り付けてください。</translation>
    </message>
    <message>
        <source>This is a short link of the 1688 app. Open it in a browser and paste the address you end at.</source>
        <translation>1688 アプリの短縮リンクです。ブラウザーで開き、移動先のアドレスを貼り付けてください。</translation>
    </message>
    <message>
        <source>This names a file on your computer. Nothing was sent to 1688; drop the photo itself to search by it.</source>
        <translation>お使いのコンピューターのファイルを指しています。1688 には何も送信していません。写真で検索するには、写真そのものをドロップしてください。</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>数値ではありません。</translation>
    </message>
    <message>
        <source>This must not be below zero.</source>
        <translation>0 以上を入力してください。</translation>
    </message>
    <message>
        <source>The lower price is above the higher one.</source>
        <translation>下限価格が上限価格を上回っています。</translation>
    </message>
    <message>
        <source>This is larger than anything on sale.</source>
        <translation>値が大きすぎます。</translation>
    </message>
    <message>
        <source>The gateway&apos;s address must begin with https.</source>
        <translation>ゲートウェイのアドレスは https で始まる必要があります。</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>アドレスではありません。</translation>
    </message>
    <message>
        <source>This sign-in answer belongs to another attempt. Start again.</source>
        <translation>このサインイン応答は別の試行のものです。最初からやり直してください。</translation>
    </message>
    <message>
        <source>The minimum is {0}.</source>
        <translation>最低数量は {0} です。</translation>
    </message>
    <message>
        <source>This is sold in lots of {0}.</source>
        <translation>{0} 個単位で販売されています。</translation>
    </message>
    <message>
        <source>There are only {0} in stock.</source>
        <translation>在庫は {0} のみです。</translation>
    </message>
    <message>
        <source>This cannot be used: {0}.</source>
        <translation>使用できません: {0}</translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be saved. Free some space; what you see is not lost.</source>
        <translation>ディスクに空きがないため保存できません。空き容量を増やしてください。表示中の内容は失われません。</translation>
    </message>
    <message>
        <source>Another program holds our data file. Close it, then try again.</source>
        <translation>別のプログラムがデータファイルを使用中です。終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The data file is damaged. It was left untouched; a copy can be restored.</source>
        <translation>データファイルが破損しています。ファイルはそのまま残してあり、バックアップから復元できます。</translation>
    </message>
    <message>
        <source>This data was written by a newer version of the program. Update to open it; it was left untouched.</source>
        <translation>このデータは新しいバージョンのプログラムで作成されました。開くには更新してください。ファイルはそのまま残してあります。</translation>
    </message>
    <message>
        <source>The data folder cannot be written to. Choose another, or allow writing.</source>
        <translation>データフォルダーに書き込めません。別のフォルダーを選ぶか、書き込みを許可してください。</translation>
    </message>
    <message>
        <source>Our data file cannot be used.</source>
        <translation>データファイルを使用できません。</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>ストレージ</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>ブラウザーで開く</translation>
    </message>
    <message>
        <source>Open a page of {0} in your browser?</source>
        <translation>{0} のページをブラウザーで開きますか？</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0} を開く</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>開かない</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>注文番号</translation>
    </message>
    <message>
        <source>State at 1688</source>
        <translation>1688 での状態</translation>
    </message>
    <message>
        <source>Total, CNY</source>
        <translation>合計(元)</translation>
    </message>
    <message>
        <source>Goods, CNY</source>
        <translation>商品代金(元)</translation>
    </message>
    <message>
        <source>Freight, CNY</source>
        <translation>送料(元)</translation>
    </message>
    <message>
        <source>Refunded, CNY</source>
        <translation>返金額(元)</translation>
    </message>
    <message>
        <source>Made, China time</source>
        <translation>注文日時(中国時間)</translation>
    </message>
    <message>
        <source>Paid, China time</source>
        <translation>支払日時(中国時間)</translation>
    </message>
    <message>
        <source>Shipped, China time</source>
        <translation>発送日時(中国時間)</translation>
    </message>
    <message>
        <source>Our reference</source>
        <translation>管理番号</translation>
    </message>
    <message>
        <source>As of, China time</source>
        <translation>取得日時(中国時間)</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>支払う</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>注文をキャンセル</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>注文を検索</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>一覧へ移動</translation>
    </message>
    <message>
        <source>Go to the order</source>
        <translation>注文へ移動</translation>
    </message>
    <message>
        <source>Copy order id</source>
        <translation>注文番号をコピー</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Copy waybill</source>
        <translation>送り状番号をコピー</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSV に書き出し</translation>
    </message>
    <message>
        <source>Open on 1688</source>
        <translation>1688 で開く</translation>
    </message>
    <message>
        <source>Check unknown orders now</source>
        <translation>未確認の注文を今すぐ照会</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>列を初期状態に戻す</translation>
    </message>
    <message>
        <source>Orders: {0}</source>
        <translation>注文: {0}</translation>
    </message>
    <message>
        <source>Parcels ({0})</source>
        <translation>荷物({0})</translation>
    </message>
    <message>
        <source>As of {0}</source>
        <translation>{0} 時点</translation>
    </message>
    <message>
        <source>No steps yet.</source>
        <translation>配送履歴はまだありません。</translation>
    </message>
    <message>
        <source>Delivered without a carrier.</source>
        <translation>運送会社を使わずに配送されました。</translation>
    </message>
    <message>
        <source>Carrier not told</source>
        <translation>運送会社不明</translation>
    </message>
    <message>
        <source>Copy the waybill number</source>
        <translation>送り状番号をコピー</translation>
    </message>
    <message numerus="yes">
        <source>{0} earlier steps</source>
        <translation>
            <numerusform>以前の履歴 {0} 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Made</source>
        <translation>注文</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払い</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>発送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受領</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Partly shipped</source>
        <translation>一部発送済み</translation>
    </message>
    <message>
        <source>Progress: {0}</source>
        <translation>進捗: {0}</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M/d</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Lines ({0})</source>
        <translation>明細({0})</translation>
    </message>
    <message>
        <source>1688 has not told the lines yet.</source>
        <translation>1688 から明細がまだ届いていません。</translation>
    </message>
    <message>
        <source>Open this offer</source>
        <translation>この商品を開く</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明細の合計</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>返金済み</translation>
    </message>
    <message>
        <source>You approved</source>
        <translation>承認した内容</translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation>お届け先</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>住所をコピー</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Copy the order id</source>
        <translation>注文番号をコピー</translation>
    </message>
    <message>
        <source>Copy our reference</source>
        <translation>管理番号をコピー</translation>
    </message>
    <message>
        <source>With this program</source>
        <translation>このプログラムで注文</translation>
    </message>
    <message>
        <source>Elsewhere, for example on 1688&apos;s own pages</source>
        <translation>他の場所で注文(1688 のサイトなど)</translation>
    </message>
    <message>
        <source>Message to supplier</source>
        <translation>サプライヤーへのメッセージ</translation>
    </message>
    <message>
        <source>Your memo</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>支払い待ち</translation>
    </message>
    <message>
        <source>To ship</source>
        <translation>発送待ち</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>配送中</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Waiting for pick-up</source>
        <translation>集荷待ち</translation>
    </message>
    <message>
        <source>Waiting for signature</source>
        <translation>受取待ち</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>配達済み</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>途中終了</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>This order does not cost what you approved. Compare the sums before you pay.</source>
        <translation>承認した金額と異なります。支払う前に金額を比べてください。</translation>
    </message>
    <message>
        <source>The supplier changed the price since you ordered. Compare the sums before you pay.</source>
        <translation>注文後にサプライヤーが価格を変更しました。支払う前に金額を比べてください。</translation>
    </message>
    <message>
        <source>The order was made without some of its lines. Check it before you pay.</source>
        <translation>一部の明細を除いて注文されました。支払う前に確認してください。</translation>
    </message>
    <message>
        <source>1688 gives this order a state that this version does not know. Look at it on 1688.</source>
        <translation>このバージョンでは扱えない状態の注文です。1688 で確認してください。</translation>
    </message>
    <message>
        <source>Exists after all</source>
        <translation>実は存在</translation>
    </message>
    <message>
        <source>Sum differs</source>
        <translation>金額相違</translation>
    </message>
    <message>
        <source>Price changed</source>
        <translation>価格変更あり</translation>
    </message>
    <message>
        <source>Lines left out</source>
        <translation>明細の除外あり</translation>
    </message>
    <message>
        <source>Refund waits for you</source>
        <translation>返金対応が必要</translation>
    </message>
    <message>
        <source>Unknown state</source>
        <translation>不明な状態</translation>
    </message>
    <message>
        <source>Payment overdue</source>
        <translation>支払期限切れ</translation>
    </message>
    <message>
        <source>The time to pay is over; 1688 may close this order any moment.</source>
        <translation>支払期限を過ぎています。1688 がいつでもこの注文を終了する可能性があります。</translation>
    </message>
    <message>
        <source>Pay within {0}</source>
        <translation>支払期限まで {0}</translation>
    </message>
    <message>
        <source>Pay within {0}, then 1688 closes the order.</source>
        <translation>支払期限まで {0}。期限を過ぎると 1688 が注文を終了します。</translation>
    </message>
    <message>
        <source>Refund: the supplier has to answer.</source>
        <translation>返金: サプライヤーの回答待ちです。</translation>
    </message>
    <message>
        <source>Refund: the supplier refused. Change or withdraw it on 1688.</source>
        <translation>返金: サプライヤーが拒否しました。1688 で申請を変更するか取り下げてください。</translation>
    </message>
    <message>
        <source>Refund: the supplier waits for the goods. Send them back.</source>
        <translation>返金: サプライヤーが返品を待っています。商品を返送してください。</translation>
    </message>
    <message>
        <source>Refund: the goods are on their way back.</source>
        <translation>返金: 商品を返送中です。</translation>
    </message>
    <message>
        <source>Refunded.</source>
        <translation>返金されました。</translation>
    </message>
    <message>
        <source>The refund was closed.</source>
        <translation>返金は終了しました。</translation>
    </message>
    <message>
        <source>Refund: 1688 says “{0}”.</source>
        <translation>返金: 1688 の表示「{0}」</translation>
    </message>
    <message>
        <source>Cancelled by the buyer.</source>
        <translation>購入者がキャンセルしました。</translation>
    </message>
    <message>
        <source>Closed by the supplier: out of stock.</source>
        <translation>在庫切れのためサプライヤーが終了しました。</translation>
    </message>
    <message>
        <source>Closed because it was not paid in time.</source>
        <translation>期限までに支払われなかったため終了しました。</translation>
    </message>
    <message>
        <source>Closed for another reason.</source>
        <translation>その他の理由で終了しました。</translation>
    </message>
    <message>
        <source>Closed. 1688 says “{0}”.</source>
        <translation>終了しました。1688 の表示「{0}」</translation>
    </message>
    <message>
        <source>Lines not read yet</source>
        <translation>明細は未取得</translation>
    </message>
    <message>
        <source>{0} + {1} more</source>
        <translation>{0} ほか {1} 件</translation>
    </message>
    <message>
        <source>{0} ago</source>
        <translation>{0}前</translation>
    </message>
    <message numerus="yes">
        <source>Pay {0} orders</source>
        <translation>
            <numerusform>{0} 件の注文を支払う</numerusform>
        </translation>
    </message>
    <message>
        <source>I do not need it any more</source>
        <translation>不要になった</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>その他の理由</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Photo search</source>
        <translation>写真検索</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>カート</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>注文</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>{0} more to reach the minimum of {1}.</source>
        <translation>最低数量 {1} まで、あと {0} です。</translation>
    </message>
    <message>
        <source>Sold in lots of {0}.</source>
        <translation>{0} 個単位での販売です。</translation>
    </message>
    <message>
        <source>Sold out.</source>
        <translation>売り切れです。</translation>
    </message>
    <message>
        <source>Only {0} in stock.</source>
        <translation>在庫は {0} のみです。</translation>
    </message>
    <message>
        <source>Not for sale any more.</source>
        <translation>販売を終了しました。</translation>
    </message>
    <message>
        <source>The price is not known.</source>
        <translation>価格が不明です。</translation>
    </message>
    <message>
        <source>One order takes at most {0} lines. Leave some for a second one.</source>
        <translation>1 件の注文に入れられる明細は {0} 件までです。残りは別の注文に分けてください。</translation>
    </message>
    <message>
        <source>{0} more pcs or {1} more to reach this supplier&apos;s mixed-order minimum.</source>
        <translation>このサプライヤーの混載条件まで、あと {0} 個または {1} です。</translation>
    </message>
    <message>
        <source>{0} more pcs to reach this supplier&apos;s mixed-order minimum.</source>
        <translation>このサプライヤーの混載条件まで、あと {0} 個です。</translation>
    </message>
    <message>
        <source>{0} more to reach this supplier&apos;s mixed-order minimum.</source>
        <translation>このサプライヤーの混載条件まで、あと {0} です。</translation>
    </message>
    <message>
        <source>Minimum {0}</source>
        <translation>最低数量 {0}</translation>
    </message>
    <message>
        <source>lots of {0}</source>
        <translation>{0} 個単位</translation>
    </message>
    <message>
        <source>{0} pcs</source>
        <translation>{0} 個</translation>
    </message>
    <message>
        <source>or mixed with the supplier&apos;s other offers from {0}</source>
        <translation>または同じサプライヤーの他の商品と混載で {0} から</translation>
    </message>
    <message>
        <source> or </source>
        <translation>、または </translation>
    </message>
    <message>
        <source>No minimum</source>
        <translation>最低数量なし</translation>
    </message>
    <message>
        <source>“{0}” is below zero; the quantity was kept.</source>
        <translation>「{0}」は 0 未満のため、数量は変更していません。</translation>
    </message>
    <message>
        <source>“{0}” is not a whole number; the quantity was kept.</source>
        <translation>「{0}」は整数ではないため、数量は変更していません。</translation>
    </message>
    <message>
        <source>“{0}” is larger than anything on sale; the quantity was kept.</source>
        <translation>「{0}」は大きすぎるため、数量は変更していません。</translation>
    </message>
    <message>
        <source>This variant is sold out; “{0}” was not taken.</source>
        <translation>この種類は売り切れのため、「{0}」は入力されませんでした。</translation>
    </message>
    <message>
        <source>This combination is not offered; “{0}” was not taken.</source>
        <translation>この組み合わせの販売はないため、「{0}」は入力されませんでした。</translation>
    </message>
    <message>
        <source>“{0}” is not a number; the quantity was kept.</source>
        <translation>「{0}」は数値ではないため、数量は変更していません。</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message numerus="yes">
        <source>Price at {0} pcs</source>
        <translation>
            <numerusform>{0} 個のときの価格</numerusform>
        </translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最低数量</translation>
    </message>
    <message>
        <source>Sold in lots of</source>
        <translation>販売単位</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>在庫</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>バリエーション</translation>
    </message>
    <message>
        <source>Years on 1688</source>
        <translation>1688 での年数</translation>
    </message>
    <message>
        <source>Supplier&apos;s service</source>
        <translation>サプライヤーのサービス</translation>
    </message>
    <message>
        <source>Supplier&apos;s repurchase rate</source>
        <translation>サプライヤーのリピート率</translation>
    </message>
    <message>
        <source>Sold, 30 days</source>
        <translation>販売数(30 日)</translation>
    </message>
    <message>
        <source>Repurchase rate</source>
        <translation>リピート率</translation>
    </message>
    <message>
        <source>Sold so far</source>
        <translation>累計販売数</translation>
    </message>
    <message>
        <source>Ships within</source>
        <translation>発送までの期間</translation>
    </message>
    <message>
        <source>Ships from</source>
        <translation>発送元</translation>
    </message>
    <message>
        <source>Powerful merchant</source>
        <translation>実力サプライヤー</translation>
    </message>
    <message>
        <source>One-piece delivery</source>
        <translation>1 点発送</translation>
    </message>
    <message>
        <source>Repurchase</source>
        <translation>リピート率</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>類似度</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>マーク</translation>
    </message>
    <message>
        <source>Offer id</source>
        <translation>商品番号</translation>
    </message>
    <message>
        <source>Selected supply</source>
        <translation>厳選サプライ</translation>
    </message>
    <message>
        <source>Factory</source>
        <translation>工場</translation>
    </message>
    <message>
        <source>One piece</source>
        <translation>1 点発送</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>{0} から</translation>
    </message>
    <message>
        <source>up to {0}</source>
        <translation>{0} まで</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>おすすめ順</translation>
    </message>
    <message>
        <source>Price, low first</source>
        <translation>価格の安い順</translation>
    </message>
    <message>
        <source>Price, high first</source>
        <translation>価格の高い順</translation>
    </message>
    <message>
        <source>Most sold</source>
        <translation>販売数の多い順</translation>
    </message>
    <message>
        <source>Most repurchased</source>
        <translation>リピート率の高い順</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>サードパーティの著作権表示</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Apache-2.0. Qt is used under the LGPL, version 3.</source>
        <translation>Apache-2.0。Qt は LGPL バージョン 3 に基づいて使用しています。</translation>
    </message>
    <message>
        <source>Hosts contacted</source>
        <translation>接続先ホスト</translation>
    </message>
    <message>
        <source>Open the sign-in page first.</source>
        <translation>先にサインインページを開いてください。</translation>
    </message>
    <message>
        <source>An app key has only digits. Copy it from the console of the 1688 Open Platform.</source>
        <translation>アプリキーは数字のみです。1688 オープンプラットフォームのコンソールからコピーしてください。</translation>
    </message>
    <message>
        <source>The app key is missing.</source>
        <translation>アプリキーを入力してください。</translation>
    </message>
    <message>
        <source>The app secret is missing.</source>
        <translation>アプリシークレットを入力してください。</translation>
    </message>
    <message>
        <source>Type the redirect address that is registered for the app, with https:// in front.</source>
        <translation>アプリに登録したリダイレクトアドレスを https:// から入力してください。</translation>
    </message>
    <message>
        <source>A gateway&apos;s address begins with https:// (http only on this computer).</source>
        <translation>ゲートウェイのアドレスは https:// で始まります(http はこのコンピューター内のみ)。</translation>
    </message>
    <message>
        <source>This address is not the answer to this sign-in. Open the page again, then paste the new one.</source>
        <translation>このアドレスは今回のサインインの応答ではありません。ページを開き直し、新しいアドレスを貼り付けてください。</translation>
    </message>
    <message>
        <source>There is no code in this address. Paste the whole address of the page you ended at.</source>
        <translation>このアドレスにはコードが含まれていません。最後に表示されたページのアドレス全体を貼り付けてください。</translation>
    </message>
    <message>
        <source>App key and secret do not match. Copy both again from the console.</source>
        <translation>アプリキーとシークレットが一致しません。コンソールから両方をコピーし直してください。</translation>
    </message>
    <message>
        <source>1688 refused this token. Copy it again, or sign in through the browser.</source>
        <translation>1688 がこのトークンを拒否しました。コピーし直すか、ブラウザーでサインインしてください。</translation>
    </message>
    <message>
        <source>1688 said no: {0}</source>
        <translation>1688 に拒否されました: {0}</translation>
    </message>
    <message>
        <source>Go to {0}</source>
        <translation>{0}へ移動</translation>
    </message>
    <message>
        <source>Search 1688</source>
        <translation>1688 を検索</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>もう一度検索</translation>
    </message>
    <message>
        <source>Search by a photo file</source>
        <translation>写真ファイルで検索</translation>
    </message>
    <message>
        <source>Search by what is on the clipboard</source>
        <translation>クリップボードの内容で検索</translation>
    </message>
    <message>
        <source>Ask again before pictures of other hosts are got</source>
        <translation>ほかのサイトの画像を取得する前に、もう一度確認する</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>次の領域</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>すべての操作</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>テーマ: システムに合わせる</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>テーマ: ライト</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>テーマ: ダーク</translation>
    </message>
    <message>
        <source>Place order</source>
        <translation>注文する</translation>
    </message>
    <message numerus="yes">
        <source>Place {0} orders</source>
        <translation>
            <numerusform>{0} 件を注文する</numerusform>
        </translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>個</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>クリア</translation>
    </message>
    <message>
        <source>{0}, the best</source>
        <translation>{0}、最良</translation>
    </message>
    <message numerus="yes">
        <source>{0} orders placed</source>
        <translation>
            <numerusform>{0} 件の注文を確定しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Pay the order</source>
        <translation>この注文を支払う</translation>
    </message>
    <message>
        <source>None of it waits for payment. You find all of it under Orders.</source>
        <translation>支払い待ちのものはありません。すべて「注文」にあります。</translation>
    </message>
    <message>
        <source>Not paid yet. 1688 closes orders that are not paid in time.</source>
        <translation>まだ支払われていません。期限までに支払われない注文は 1688 がクローズします。</translation>
    </message>
    <message>
        <source>{0} of it is not paid yet. 1688 closes orders that are not paid in time.</source>
        <translation>うち {0} がまだ支払われていません。期限までに支払われない注文は 1688 がクローズします。</translation>
    </message>
    <message>
        <source>This file cannot be opened: {0}.</source>
        <translation>このファイルを開けません: {0}</translation>
    </message>
    <message>
        <source>This picture is damaged and cannot be read. Try another copy of it, or a screenshot.</source>
        <translation>この画像は壊れていて読み込めません。別のコピーかスクリーンショットをお試しください。</translation>
    </message>
    <message>
        <source>{0} and {1} can be read.</source>
        <translation>読み込める形式は {0}、{1} です。</translation>
    </message>
    <message>
        <source>This is an SVG drawing. Open it in a browser and take a screenshot, or save it as PNG.</source>
        <translation>これは SVG の図です。ブラウザーで開いてスクリーンショットを撮るか、PNG で保存してください。</translation>
    </message>
    <message>
        <source>This is a PDF document. Take a screenshot of the picture in it, then paste that.</source>
        <translation>これは PDF 文書です。中の画像のスクリーンショットを撮り、それを貼り付けてください。</translation>
    </message>
    <message>
        <source>This is a Photoshop document. Save it as JPEG or PNG first.</source>
        <translation>これは Photoshop の文書です。先に JPEG か PNG で保存してください。</translation>
    </message>
    <message>
        <source>This is a picture of the kind {0}. Save it as JPEG or PNG first, or paste a screenshot of it.</source>
        <translation>これは {0} 形式の画像です。先に JPEG か PNG で保存するか、スクリーンショットを貼り付けてください。</translation>
    </message>
    <message>
        <source>Pictures of this kind cannot be read.</source>
        <translation>この種類の画像は読み込めません。</translation>
    </message>
    <message>
        <source>A payment page was sent to your browser at {0} and the order is still unpaid. Check there before paying again.</source>
        <translation>{0} に支払いページをブラウザーへ送りましたが、注文はまだ未払いです。もう一度支払う前に、そのページを確認してください。</translation>
    </message>
    <message>
        <source>Copy payment link</source>
        <translation>支払いリンクをコピー</translation>
    </message>
    <message>
        <source>No browser could be opened. The link was copied.</source>
        <translation>ブラウザーを開けませんでした。リンクをコピーしました。</translation>
    </message>
    <message>
        <source>Pay page sent {0}</source>
        <translation>支払いページ送信 {0}</translation>
    </message>
    <message>
        <source>This can be read as two numbers. Type it without a thousands sign, or with two decimals.</source>
        <translation>二通りの数に読めます。桁区切りなし、または小数 2 桁で入力してください。</translation>
    </message>
    <message>
        <source>This may be one number or several. Type it without blanks.</source>
        <translation>一つの数か複数の数か分かりません。空白なしで入力してください。</translation>
    </message>
    <message>
        <source>There is a word in it that may change the number. Type digits alone.</source>
        <translation>数を変えるかもしれない語が含まれています。数字だけを入力してください。</translation>
    </message>
    <message>
        <source>“{0}” is one number here and another elsewhere: type it without “.” and “,”. The quantity was kept.</source>
        <translation>「{0}」は国によって別の数になります。「.」と「,」なしで入力してください。数量は元のままです。</translation>
    </message>
    <message>
        <source>“{0}” may be one number or several: type it without blanks. The quantity was kept.</source>
        <translation>「{0}」は一つの数か複数の数か分かりません。空白なしで入力してください。数量は元のままです。</translation>
    </message>
    <message>
        <source>“{0}” has a word in it that may change the number: type digits alone. The quantity was kept.</source>
        <translation>「{0}」には数を変えるかもしれない語があります。数字だけを入力してください。数量は元のままです。</translation>
    </message>
    <message>
        <source>Reading this picture takes far more work than a photo of its size does. Try a screenshot of it instead.</source>
        <translation>この画像の読み込みには、同じ大きさの写真よりはるかに多くの処理が必要です。代わりにスクリーンショットをお試しください。</translation>
    </message>
    <message>
        <source>This is a RAW file of a camera. Save the photo as JPEG in the camera&apos;s program first.</source>
        <translation>これはカメラの RAW ファイルです。先にカメラのソフトで JPEG として保存してください。</translation>
    </message>
    <message>
        <source>1688 said no</source>
        <translation>1688 が拒否しました</translation>
    </message>
    <message>
        <source>1688 said no, which does not prove that nothing was done. Look at it there before you try again.</source>
        <translation>1688 は拒否と答えましたが、何も行われなかったとは限りません。やり直す前に 1688 側で確認してください。</translation>
    </message>
    <message>
        <source>1688 said no, which does not prove that nothing was made. It was looked for and not found so far; looking goes on. You may order again: it is looked for once more before anything is sent.</source>
        <translation>1688 は拒否と答えましたが、注文が作られなかったとは限りません。照会したところ今のところ見つかっていません。照会は続けます。もう一度注文できます。その際は送信前にもう一度照会します。</translation>
    </message>
    <message>
        <source>1688 says: {0}</source>
        <translation>1688 からのメッセージ: {0}</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked or cannot be read. Unlock it, then try again.</source>
        <translation>システムのキーリングがロックされているか、読み取れません。ロックを解除してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Two orders for one decision. Cancel one of them before you pay, unless you want both.</source>
        <translation>1 回の決定に対して注文が 2 件あります。両方が必要でなければ、支払う前に一方をキャンセルしてください。</translation>
    </message>
    <message>
        <source>This was ordered already. Look at a new preview before you order the same once more.</source>
        <translation>これはすでに注文済みです。同じものをもう一度注文するには、新しい見積もりを確認してください。</translation>
    </message>
    <message>
        <source>Two orders for one decision: the network delivered your order twice. Cancel one of them before you pay, unless you want both.</source>
        <translation>1 回の決定に対して注文が 2 件あります。ネットワークが注文を 2 度届けました。両方が必要でなければ、支払う前に一方をキャンセルしてください。</translation>
    </message>
    <message>
        <source>This order counted as not made, and it exists. If its goods were ordered again since, cancel one of the two before you pay.</source>
        <translation>この注文は作られていないものとして扱われていましたが、存在します。その後に同じ商品を注文し直した場合は、支払う前にどちらかをキャンセルしてください。</translation>
    </message>
    <message>
        <source>Two orders for one decision</source>
        <translation>1 回の決定に注文が 2 件</translation>
    </message>
    <message>
        <source>No font on this computer has Chinese: titles and names show as boxes. Install {0}, then start the program again.</source>
        <translation>このコンピューターには中国語を表示できるフォントがなく、商品名などが四角で表示されます。{0} をインストールしてから、プログラムを起動し直してください。</translation>
    </message>
    <message numerus="yes">
        <source>{0} pcs of this offer: the price from {1} holds.</source>
        <translation>
            <numerusform>この商品は計 {0} 個: {1} 個からの価格になります。</numerusform>
        </translation>
    </message>
    <message>
        <source>score {0}</source>
        <translation>評価 {0}</translation>
    </message>
    <message>
        <source>{0} sold in 30 days</source>
        <translation>30 日間に {0} 個販売</translation>
    </message>
    <message>
        <source>repurchase rate {0}</source>
        <translation>リピート率 {0}</translation>
    </message>
    <message>
        <source>promotion; {0} before</source>
        <translation>セール中（通常 {0}）</translation>
    </message>
    <message>
        <source>1688 found it, at another price than asked for</source>
        <translation>指定範囲外の価格で 1688 が返しました</translation>
    </message>
    <message>
        <source>Search by the photos among these</source>
        <translation>この中の写真で検索</translation>
    </message>
    <message>
        <source>Search by the photos in this folder</source>
        <translation>このフォルダーの写真で検索</translation>
    </message>
    <message>
        <source>Open this offer, or search by its picture: you choose</source>
        <translation>この商品を開くか、その画像で検索するかを選べます</translation>
    </message>
    <message>
        <source>Search for “{0}”</source>
        <translation>「{0}」を検索</translation>
    </message>
    <message>
        <source>Search by this photo</source>
        <translation>この写真で検索</translation>
    </message>
    <message>
        <source>Get the picture from {0} and search by it</source>
        <translation>{0} から画像を取得して検索</translation>
    </message>
    <message>
        <source>Search by the picture at {0}: you are asked first</source>
        <translation>{0} の画像で検索（先に確認します）</translation>
    </message>
    <message>
        <source>Search by the first of {0} photos; the others wait beside it</source>
        <translation>{0} 枚のうち最初の写真で検索（残りは横に並びます）</translation>
    </message>
    <message>
        <source>Search by {0}</source>
        <translation>{0} で検索</translation>
    </message>
    <message numerus="yes">
        <source>{0} of these cannot be read</source>
        <translation>
            <numerusform>うち {0} 件は読み込めません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And {0} more.</source>
        <translation>
            <numerusform>ほか {0} 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no photo in it.</source>
        <translation>写真がありません。</translation>
    </message>
    <message>
        <source>This link leads to no offer and no picture</source>
        <translation>このリンクの先に商品や画像はありません</translation>
    </message>
    <message>
        <source>Only photos, links and words can be dropped here</source>
        <translation>ここにドロップできるのは、写真、リンク、文字だけです</translation>
    </message>
    <message>
        <source>“sourcing {0}” has no console to print to here. Call sourcing-{0} in its place.</source>
        <translation>ここでは「sourcing {0}」の出力先となるコンソールがありません。代わりに sourcing-{0} を使ってください。</translation>
    </message>
    <message>
        <source>Go to the pay button</source>
        <translation>支払いボタンへ移動</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どこでも</translation>
    </message>
    <message>
        <source>1688 took the photo and gave it the number 0: it cannot be searched with. Try again, or take another photo.</source>
        <translation>1688 は写真を受け取りましたが、番号 0 を返したため検索に使えません。もう一度試すか、別の写真をお使いください。</translation>
    </message>
    <message>
        <source>Same picture · {0} offers</source>
        <translation>同じ画像・{0} 件</translation>
    </message>
    <message>
        <source>Same picture · {0} sellers</source>
        <translation>同じ画像・{0} 店</translation>
    </message>
    <message>
        <source>{0} in stock</source>
        <translation>在庫 {0}</translation>
    </message>
    <message>
        <source>Order {0} ({1}, {2}) is now: {3}.</source>
        <translation>注文 {0}({1}、{2})の現在の状態: {3}</translation>
    </message>
</context>
<context>
    <name>AccountChip</name>
    <message>
        <source>No account</source>
        <translation>アカウント未設定</translation>
    </message>
    <message>
        <source>Account: {0}</source>
        <translation>アカウント: {0}</translation>
    </message>
    <message>
        <source>Account and settings  {0}</source>
        <translation>アカウントと設定  {0}</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Note to the supplier, if you like</source>
        <translation>サプライヤーへのメモ(任意)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>BesidePreview</name>
    <message>
        <source>Hold F to lay the offer&apos;s picture over the photo. Enter opens, arrows go on, Space closes.</source>
        <translation>F を押している間、商品の画像が写真に重なります。Enter で開く、矢印で次へ、Space で閉じる。</translation>
    </message>
    <message>
        <source>The offer&apos;s picture</source>
        <translation>商品の画像</translation>
    </message>
    <message>
        <source>Your photo</source>
        <translation>あなたの写真</translation>
    </message>
</context>
<context>
    <name>BoxChips</name>
    <message>
        <source>Parts of the photo</source>
        <translation>写真の中の候補</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>写真全体</translation>
    </message>
    <message>
        <source>Thing {0}, as 1688 saw it</source>
        <translation>候補 {0}（1688 が検出）</translation>
    </message>
    <message>
        <source>Thing {0}</source>
        <translation>候補 {0}</translation>
    </message>
</context>
<context>
    <name>Cancelling</name>
    <message>
        <source>Cancel this order?</source>
        <translation>この注文をキャンセルしますか？</translation>
    </message>
    <message>
        <source>It is closed at 1688 and cannot be opened again; its goods can be ordered anew.</source>
        <translation>1688 で注文が終了し、元に戻せません。商品は新たに注文できます。</translation>
    </message>
    <message>
        <source>Cancel the order of {0}</source>
        <translation>{0} の注文をキャンセル</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>キャンセルしない</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>注文</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>サプライヤー</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Order {0} is cancelled.</source>
        <translation>注文 {0} をキャンセルしました。</translation>
    </message>
    <message>
        <source>Order {0} is not cancelled. It is now: {1}.</source>
        <translation>注文 {0} はキャンセルされていません。現在の状態: {1}</translation>
    </message>
    <message>
        <source>No answer came. Whether order {0} is cancelled is not known yet; it is read again until it is.</source>
        <translation>応答がありませんでした。注文 {0} がキャンセルされたかどうかはまだ不明です。判明するまで再確認します。</translation>
    </message>
    <message>
        <source>1688 cancels an order 10 s after it was made at the earliest. Order {0} was not cancelled; try again in a moment.</source>
        <translation>1688 では注文から 10 秒経過しないとキャンセルできません。注文 {0} はキャンセルされていません。少し待ってからお試しください。</translation>
    </message>
    <message>
        <source>1688 did not confirm that order {0} is cancelled, and still lists it as unpaid. It is read again until that is clear; you may also try again.</source>
        <translation>1688 は注文 {0} のキャンセルを確認しておらず、まだ未払いとして表示しています。はっきりするまで読み直します。もう一度試すこともできます。</translation>
    </message>
</context>
<context>
    <name>CartEdits</name>
    <message numerus="yes">
        <source>{0} pcs were put in the cart.</source>
        <translation>
            <numerusform>{0} 個をカートに入れました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Quantity changed.</source>
        <translation>数量を変更しました。</translation>
    </message>
    <message numerus="yes">
        <source>{0} lines removed.</source>
        <translation>
            <numerusform>明細を {0} 件削除しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CartLines</name>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>CartPage</name>
    <message>
        <source>The cart is empty</source>
        <translation>カートは空です</translation>
    </message>
    <message>
        <source>Open an offer, type the quantities you want, and put them in. They stay here until you order.</source>
        <translation>商品を開き、数量を入力してカートに入れてください。
注文するまでここに残ります。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Place orders</source>
        <translation>注文する</translation>
    </message>
    <message>
        <source>Go to the order button</source>
        <translation>注文ボタンへ移動</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Remove the marked lines</source>
        <translation>選択した明細を削除</translation>
    </message>
    <message>
        <source>Go to the lines</source>
        <translation>明細へ移動</translation>
    </message>
    <message>
        <source>Choose the delivery address</source>
        <translation>お届け先を選択</translation>
    </message>
    <message>
        <source>Reading prices and stock again…</source>
        <translation>価格と在庫を再取得しています…</translation>
    </message>
    <message>
        <source>Show orders</source>
        <translation>注文を表示</translation>
    </message>
    <message>
        <source>Type another quantity</source>
        <translation>数量を変更</translation>
    </message>
    <message>
        <source>Tick a supplier</source>
        <translation>仕入先にチェック</translation>
    </message>
    <message>
        <source>Open the offer</source>
        <translation>商品を開く</translation>
    </message>
</context>
<context>
    <name>CartPresenter</name>
    <message>
        <source>Not connected yet.</source>
        <translation>まだ接続していません。</translation>
    </message>
    <message>
        <source>Orders are being placed…</source>
        <translation>注文を送信しています…</translation>
    </message>
    <message>
        <source>Saving what you changed…</source>
        <translation>変更を保存しています…</translation>
    </message>
    <message>
        <source>Tick a supplier whose checks have passed.</source>
        <translation>確認項目に問題のないサプライヤーにチェックを入れてください。</translation>
    </message>
    <message>
        <source>Choose a delivery address.</source>
        <translation>お届け先を選択してください。</translation>
    </message>
    <message>
        <source>Asking 1688 for the exact sums…</source>
        <translation>1688 に正確な金額を問い合わせています…</translation>
    </message>
    <message>
        <source>Nothing can be ordered as it is; each receipt says why.</source>
        <translation>このままでは注文できません。理由は各見積もりに表示されています。</translation>
    </message>
</context>
<context>
    <name>CartTree</name>
    <message>
        <source>Cart</source>
        <translation>カート</translation>
    </message>
</context>
<context>
    <name>CategoryTree</name>
    <message>
        <source>Categories</source>
        <translation>カテゴリ</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type the name of an action</source>
        <translation>操作の名前を入力</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Clear</source>
        <translation>クリア</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Quantity to compare at</source>
        <translation>比較する数量</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>比較する数量</translation>
    </message>
    <message>
        <source>Compare at another quantity</source>
        <translation>別の数量で比較</translation>
    </message>
    <message>
        <source>Clear the comparison</source>
        <translation>比較をクリア</translation>
    </message>
    <message numerus="yes">
        <source>{0} offers are not compared any more.</source>
        <translation>
            <numerusform>{0} 件を比較から外しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message numerus="yes">
        <source>{0} offers to compare.</source>
        <translation>
            <numerusform>比較する商品は {0} 件です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to {0} offers can be compared. Take one out first.</source>
        <translation>比較できるのは {0} 件までです。先にどれかを外してください。</translation>
    </message>
    <message>
        <source>pcs of each  ·  {0} of {1} offers</source>
        <translation>個ずつ  ·  {1} 件中 {0} 件</translation>
    </message>
    <message>
        <source>Offers side by side</source>
        <translation>商品を並べて比較</translation>
    </message>
    <message>
        <source>Press C on an offer in the results, or “Compare” on its page. Up to {0} stand here with their prices at the quantity you need, their terms and their suppliers.</source>
        <translation>検索結果の商品で C キーを押すか、商品ページで「比較」を押してください。必要な数量での価格、取引条件、サプライヤーを {0} 件まで並べて見られます。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>接続なし</translation>
    </message>
    <message>
        <source>These offers could not be loaded</source>
        <translation>これらの商品を読み込めませんでした</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>{0} Prices and stock as of {1}.</source>
        <translation>{0} 価格と在庫は {1} 時点の情報です。</translation>
    </message>
    <message>
        <source>Copy the comparison</source>
        <translation>比較をコピー</translation>
    </message>
    <message numerus="yes">
        <source>{0} offers copied.</source>
        <translation>
            <numerusform>{0} 件の商品をコピーしました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect a 1688 account</source>
        <translation>1688 アカウントを接続</translation>
    </message>
    <message>
        <source>App key</source>
        <translation>アプリキー</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>アプリシークレット</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>アクセストークン</translation>
    </message>
    <message>
        <source>Redirect address</source>
        <translation>リダイレクトアドレス</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>ゲートウェイ</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>サインイン方法</translation>
    </message>
    <message>
        <source>How the gateway spells its calls</source>
        <translation>ゲートウェイの呼び出し形式</translation>
    </message>
    <message>
        <source>Open the sign-in page</source>
        <translation>サインインページを開く</translation>
    </message>
    <message>
        <source>Address of the page you were sent to</source>
        <translation>移動先のページのアドレス</translation>
    </message>
    <message>
        <source>copied from the browser&apos;s address bar</source>
        <translation>ブラウザーのアドレスバーからコピー</translation>
    </message>
    <message>
        <source>Advanced: another gateway</source>
        <translation>詳細設定: 別のゲートウェイ</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Sign in through the browser</source>
        <translation>ブラウザーでサインイン</translation>
    </message>
    <message>
        <source>Paste a permanent token</source>
        <translation>長期トークンを貼り付け</translation>
    </message>
    <message>
        <source>The app belongs to one account and needs no token</source>
        <translation>単一アカウント専用アプリ(トークン不要)</translation>
    </message>
    <message>
        <source>As 1688 today</source>
        <translation>現在の 1688 の形式</translation>
    </message>
    <message>
        <source>As the older solution document</source>
        <translation>旧ソリューション文書の形式</translation>
    </message>
    <message>
        <source>You need an app on the 1688 Open Platform with the cross-border solution. Your 1688 password is never asked for here; key, secret and tokens are kept in the system&apos;s keyring.</source>
        <translation>1688 オープンプラットフォームの越境ソリューションのアプリが必要です。1688 のパスワードをここで尋ねることはありません。キー、シークレット、トークンはシステムのキーリングに保管されます。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>No browser could be opened. The sign-in address was copied: open it in a browser of your own.</source>
        <translation>ブラウザーを開けませんでした。サインイン用のアドレスをコピーしました。お使いのブラウザーで開いてください。</translation>
    </message>
    <message>
        <source>Asking 1688 …</source>
        <translation>1688 に問い合わせ中…</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Photo</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Drag to choose an area. Arrows move it, Shift with arrows resizes it, Enter searches it, Escape clears it. Plus and minus zoom.</source>
        <translation>ドラッグで範囲を選びます。矢印キーで移動、Shift+矢印でサイズ変更、Enter で検索、Esc で解除。＋と－で拡大・縮小します。</translation>
    </message>
</context>
<context>
    <name>DescriptionView</name>
    <message>
        <source>The seller&apos;s description</source>
        <translation>販売者の説明</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Open on 1688</source>
        <translation>1688 で開く</translation>
    </message>
    <message>
        <source>Orders of the demo marketplace have no page on 1688</source>
        <translation>デモマーケットの注文は 1688 にページがありません</translation>
    </message>
    <message numerus="yes">
        <source>{0} orders chosen</source>
        <translation>
            <numerusform>{0} 件の注文を選択中</numerusform>
        </translation>
    </message>
    <message>
        <source>At most {0} can be paid together.</source>
        <translation>まとめて支払えるのは {0} 件までです。</translation>
    </message>
    <message>
        <source>Reading them…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>None of them waits for payment.</source>
        <translation>支払い待ちの注文はありません。</translation>
    </message>
    <message>
        <source>All wait for payment, {0} together. One page pays them all.</source>
        <translation>すべて支払い待ちです(合計 {0})。1 つのページでまとめて支払えます。</translation>
    </message>
    <message>
        <source>{0} of them wait for payment, {1} together. One page pays these; the others are left alone.</source>
        <translation>うち {0} 件が支払い待ちです(合計 {1})。1 つのページでまとめて支払えます。他の注文はそのままです。</translation>
    </message>
    <message>
        <source>No order chosen</source>
        <translation>注文が選択されていません</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>一覧から選択してください。</translation>
    </message>
    <message>
        <source>This order could not be read</source>
        <translation>この注文を読み込めませんでした</translation>
    </message>
    <message>
        <source>Reading the order…</source>
        <translation>注文を読み込んでいます…</translation>
    </message>
    <message>
        <source>Not connected yet.</source>
        <translation>まだ接続していません。</translation>
    </message>
    <message>
        <source>Offline: paying and cancelling need a connection. Nothing is queued.</source>
        <translation>オフラインです。支払いとキャンセルには接続が必要です。後で実行される予約もされません。</translation>
    </message>
</context>
<context>
    <name>DetailView</name>
    <message>
        <source>Copy the order id</source>
        <translation>注文番号をコピー</translation>
    </message>
    <message>
        <source>Open on 1688</source>
        <translation>1688 で開く</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>注文</translation>
    </message>
    <message>
        <source>Reading again…</source>
        <translation>再取得しています…</translation>
    </message>
    <message>
        <source>As of {0}</source>
        <translation>{0} 時点</translation>
    </message>
    <message>
        <source>Order {0}</source>
        <translation>注文 {0}</translation>
    </message>
    <message>
        <source>Supplier not told</source>
        <translation>サプライヤー不明</translation>
    </message>
    <message>
        <source>The payment page was sent to your browser or copied on {0}. Waiting for 1688 to tell that it is paid.</source>
        <translation>{0} に支払いページをブラウザーへ送ったか、リンクをコピーしました。1688 からの支払い完了の知らせを待っています。</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Choose a photo</source>
        <translation>写真を選択</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Or try one of these</source>
        <translation>サンプルで試す</translation>
    </message>
    <message>
        <source>Drop a photo here</source>
        <translation>ここに写真をドロップ</translation>
    </message>
    <message>
        <source>Drop, paste or choose a picture of what you want; 1688 is searched for what looks like it. Only the pixels leave this computer: no place, no date, no file name.</source>
        <translation>探している商品の画像をドロップ、貼り付け、または選択すると、
1688 で似た商品を検索します。送信されるのは画素だけで、
場所、日付、ファイル名は送信されません。</translation>
    </message>
    <message>
        <source>Sample photo {0}</source>
        <translation>サンプル写真 {0}</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Shipping, invoice</source>
        <translation>配送・インボイス</translation>
    </message>
    <message>
        <source>Description by the seller</source>
        <translation>販売者による説明</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>The rest was left out: it is too long to be shown.</source>
        <translation>長すぎるため、以降は省略しました。</translation>
    </message>
    <message>
        <source>Ships from</source>
        <translation>発送元</translation>
    </message>
    <message>
        <source>Ships within</source>
        <translation>発送までの期間</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>{0} g a unit</source>
        <translation>1 個あたり {0} g</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>インボイス(発票)</translation>
    </message>
    <message>
        <source>ask the supplier</source>
        <translation>サプライヤーに要確認</translation>
    </message>
    <message>
        <source>One-piece delivery</source>
        <translation>1 点発送</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>可</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不可</translation>
    </message>
    <message>
        <source>Sold so far</source>
        <translation>累計販売数</translation>
    </message>
    <message>
        <source>Offer id</source>
        <translation>商品番号</translation>
    </message>
</context>
<context>
    <name>FatePanel</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>1688 says: {0}</source>
        <translation>1688 からのメッセージ: {0}</translation>
    </message>
    <message>
        <source>Order {0}</source>
        <translation>注文 {0}</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>注文を開く</translation>
    </message>
    <message>
        <source>What</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>You approved</source>
        <translation>承認した内容</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Category</source>
        <translation>カテゴリ</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>絞り込み</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Try the demo marketplace</source>
        <translation>デモマーケットを試す</translation>
    </message>
    <message>
        <source>Connect a 1688 account</source>
        <translation>1688 アカウントを接続</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>プログラムの言語</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Titles translated to</source>
        <translation>商品名の翻訳先</translation>
    </message>
    <message>
        <source>Source from 1688</source>
        <translation>1688 から仕入れる</translation>
    </message>
    <message>
        <source>Find who makes it, compare, order, and follow every parcel. How do you want to begin?</source>
        <translation>メーカー探しから比較、注文、荷物の追跡まで。どの方法で始めますか？</translation>
    </message>
    <message>
        <source>A made-up marketplace on this computer: thousands of offers to search, order, pay and track.</source>
        <translation>このコンピューター内の架空のマーケットです。
数千点の商品で検索、注文、支払い、追跡を試せます。</translation>
    </message>
    <message>
        <source>No account, no network</source>
        <translation>アカウントもネットワークも不要</translation>
    </message>
    <message>
        <source>Nothing is real, nothing costs money</source>
        <translation>すべて架空で、費用はかかりません</translation>
    </message>
    <message>
        <source>The same screens as with 1688</source>
        <translation>画面は 1688 接続時と同じ</translation>
    </message>
    <message>
        <source>For buyers whose company has an app on the 1688 Open Platform.</source>
        <translation>会社で 1688 オープンプラットフォームのアプリをお持ちの方向けです。</translation>
    </message>
    <message>
        <source>App key and app secret of the cross-border solution</source>
        <translation>越境ソリューションのアプリキーとアプリシークレット</translation>
    </message>
    <message>
        <source>A sign-in at 1688, in your browser</source>
        <translation>ブラウザーでの 1688 へのサインイン</translation>
    </message>
    <message>
        <source>Your 1688 password is never asked for here</source>
        <translation>1688 のパスワードをここで尋ねることはありません</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Local currency</source>
        <translation>現地通貨</translation>
    </message>
</context>
<context>
    <name>FirstUse</name>
    <message>
        <source>Search with words</source>
        <translation>言葉で検索</translation>
    </message>
    <message>
        <source>Search by photo</source>
        <translation>写真で検索</translation>
    </message>
    <message>
        <source>Words in any language, a link or an offer id. Or drop a photo anywhere on this window.</source>
        <translation>どの言語の言葉でも、リンクや商品番号でも検索できます。
写真をこのウィンドウにドロップすることもできます。</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>何をお探しですか？</translation>
    </message>
    <message>
        <source>Searched before</source>
        <translation>検索履歴</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>検索例</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Asking 1688 for the payment page…</source>
        <translation>1688 に支払いページを問い合わせています…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>キャンセルしています…</translation>
    </message>
    <message>
        <source>Cancel in {0} s</source>
        <translation>{0} 秒後にキャンセル可</translation>
    </message>
    <message>
        <source>Cancel order…</source>
        <translation>注文をキャンセル…</translation>
    </message>
    <message>
        <source>Copy payment link</source>
        <translation>支払いリンクをコピー</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Picture of the offer</source>
        <translation>商品画像</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>拡大表示</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体表示</translation>
    </message>
    <message>
        <source>100%</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>Save this picture</source>
        <translation>この画像を保存</translation>
    </message>
    <message>
        <source>Search by this picture</source>
        <translation>この画像で検索</translation>
    </message>
    <message>
        <source>Picture {0} of {1}</source>
        <translation>画像 {0} / {1}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Save this picture…</source>
        <translation>この画像を保存…</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Take out of the comparison</source>
        <translation>比較から外す</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0} を開く</translation>
    </message>
    <message>
        <source>Take {0} out of the comparison</source>
        <translation>{0} を比較から外す</translation>
    </message>
    <message>
        <source>Not for sale any more.</source>
        <translation>販売を終了しました。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>すべての操作</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>No photo, and passed over: {0}</source>
        <translation>写真ではないため除外しました：{0}</translation>
    </message>
</context>
<context>
    <name>IntentCard</name>
    <message>
        <source>Checking with 1688 whether this order exists</source>
        <translation>この注文が存在するか 1688 に確認しています</translation>
    </message>
    <message>
        <source>sent {0}</source>
        <translation>送信 {0}</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>未照会</translation>
    </message>
    <message>
        <source>asked {0}</source>
        <translation>照会 {0}</translation>
    </message>
    <message numerus="yes">
        <source>{0} lines</source>
        <translation>
            <numerusform>明細 {0} 件</numerusform>
        </translation>
    </message>
    <message>
        <source>our reference {0}</source>
        <translation>管理番号 {0}</translation>
    </message>
    <message>
        <source>1688 has orders under our reference that are not exactly what was sent. Nothing was taken over; which are yours?</source>
        <translation>同じ管理番号で、送信した内容と完全には一致しない注文が 1688 にあります。まだ取り込んでいません。どれがご自身の注文ですか？</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>今すぐ照会</translation>
    </message>
    <message>
        <source>It does not exist…</source>
        <translation>存在しない…</translation>
    </message>
    <message>
        <source>The ticked ones are mine…</source>
        <translation>チェックした注文が自分の注文…</translation>
    </message>
    <message>
        <source>1688 said no; whether the order was made all the same is being checked</source>
        <translation>1688 は拒否と答えました。それでも注文が作られたかどうかを確認しています</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Esc closes. Ctrl+K finds an action by its name.</source>
        <translation>Esc で閉じます。Ctrl+K で操作を名前から探せます。</translation>
    </message>
</context>
<context>
    <name>LedgerTrouble</name>
    <message>
        <source>Rescue what can be read</source>
        <translation>読める内容を救い出す</translation>
    </message>
    <message>
        <source>Start with an empty ledger</source>
        <translation>空の台帳で始める</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>閲覧のみで開く</translation>
    </message>
    <message>
        <source>Look at what is on screen</source>
        <translation>表示中の内容を見る</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Where the file is</source>
        <translation>ファイルの場所</translation>
    </message>
    <message>
        <source>The ledger cannot be opened</source>
        <translation>台帳を開けません</translation>
    </message>
    <message>
        <source>The ledger is missing</source>
        <translation>台帳が見つかりません</translation>
    </message>
    <message>
        <source>The ledger is damaged</source>
        <translation>台帳が破損しています</translation>
    </message>
    <message>
        <source>The file with your cart, your orders and what was sent is not where it was. It belongs here:</source>
        <translation>カート、注文、送信記録を収めたファイルが元の場所にありません。
本来の場所:</translation>
    </message>
    <message>
        <source>The file with your cart, your orders and what was sent cannot be read. Nothing was deleted; it was set aside here:</source>
        <translation>カート、注文、送信記録を収めたファイルを読み込めません。
何も削除せず、次の場所に退避しました:</translation>
    </message>
    <message>
        <source>Use the backup of {0}</source>
        <translation>{0} のバックアップを使う</translation>
    </message>
    <message>
        <source>The backup, and over it every row of the damaged file that is whole.</source>
        <translation>バックアップに、壊れたファイルから読める行をすべて重ねます。</translation>
    </message>
    <message>
        <source>Every row of the damaged file that is whole. What cannot be read is asked of 1688.</source>
        <translation>壊れたファイルから読める行をすべて取り出します。読めないものは 1688 に確認します。</translation>
    </message>
    <message>
        <source>Nothing can be ordered until it opens; nothing is lost meanwhile.</source>
        <translation>台帳が開くまで注文はできません。その間に失われるものはありません。</translation>
    </message>
    <message>
        <source>All that is known here can be read; nothing can be ordered or changed.</source>
        <translation>ここにある内容はすべて読めますが、注文や変更はできません。</translation>
    </message>
    <message>
        <source>What was put in the cart since is missing. Orders made since are read again from 1688.</source>
        <translation>それ以降にカートへ入れたものは失われます。それ以降の注文は 1688 から再取得します。</translation>
    </message>
    <message>
        <source>The cart and the saved searches are empty. Orders are read again from 1688.</source>
        <translation>カートと保存した検索は空になります。注文は 1688 から再取得します。</translation>
    </message>
</context>
<context>
    <name>LineBar</name>
    <message>
        <source>Type a number to change a quantity, Delete removes, Space ticks a supplier.</source>
        <translation>数字キーで数量を変更、Delete で削除、スペースでサプライヤーを選択します。</translation>
    </message>
    <message>
        <source>use {0}</source>
        <translation>{0} にする</translation>
    </message>
    <message>
        <source>Open offer</source>
        <translation>商品を開く</translation>
    </message>
</context>
<context>
    <name>LineDelegate</name>
    <message>
        <source>sold out</source>
        <translation>売り切れ</translation>
    </message>
    <message>
        <source>{0} in stock</source>
        <translation>在庫 {0}</translation>
    </message>
</context>
<context>
    <name>ListAge</name>
    <message>
        <source>Offline. Orders as of {0}.</source>
        <translation>オフラインです。注文は {0} 時点の情報です。</translation>
    </message>
    <message>
        <source>Offline.</source>
        <translation>オフラインです。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>As of {0}. Asking 1688 what is new…</source>
        <translation>{0} 時点。1688 に更新を問い合わせています…</translation>
    </message>
</context>
<context>
    <name>ListBar</name>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Search orders, waybills, goods</source>
        <translation>注文、送り状番号、商品を検索</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>注文を検索</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>No order has these words</source>
        <translation>該当する注文はありません</translation>
    </message>
    <message>
        <source>Ids, suppliers, goods, item numbers, waybills and memos of all orders were searched.</source>
        <translation>すべての注文の番号、サプライヤー、商品、品番、
送り状番号、メモを検索しました。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索を解除</translation>
    </message>
    <message>
        <source>No order is in this state.</source>
        <translation>この状態の注文はありません。</translation>
    </message>
    <message>
        <source>No other order waits for you.</source>
        <translation>ほかに対応待ちの注文はありません。</translation>
    </message>
    <message>
        <source>No order waits for you.</source>
        <translation>対応待ちの注文はありません。</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <translation>すべての注文を表示</translation>
    </message>
    <message>
        <source>Orders could not be read</source>
        <translation>注文を読み込めませんでした</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Reading orders…</source>
        <translation>注文を読み込んでいます…</translation>
    </message>
    <message>
        <source>1688 is asked for them.</source>
        <translation>1688 に問い合わせています。</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>注文はまだありません</translation>
    </message>
    <message>
        <source>What you place, here or on 1688, shows up here: to pay, on its way, done.</source>
        <translation>ここや 1688 で行った注文が、
支払い待ち・配送中・完了の状態とともに表示されます。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Demo marketplace</source>
        <translation>デモマーケット</translation>
    </message>
</context>
<context>
    <name>NoticeRow</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>OfferGrid</name>
    <message>
        <source>Offers as cards</source>
        <translation>商品カード</translation>
    </message>
    <message>
        <source>Search by this picture</source>
        <translation>この画像で検索</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>リンクをコピー</translation>
    </message>
    <message>
        <source>Take out of the comparison</source>
        <translation>比較から外す</translation>
    </message>
    <message>
        <source>Compare with others</source>
        <translation>ほかの商品と比較</translation>
    </message>
</context>
<context>
    <name>OfferHead</name>
    <message>
        <source>Copy the Chinese title</source>
        <translation>中国語の商品名をコピー</translation>
    </message>
    <message>
        <source>1688</source>
        <translation>1688</translation>
    </message>
    <message>
        <source>Open on 1688</source>
        <translation>1688 で開く</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Copy link or id</source>
        <translation>リンクまたは番号をコピー</translation>
    </message>
    <message>
        <source>Take out of the comparison</source>
        <translation>比較から外す</translation>
    </message>
    <message>
        <source>Compare with others</source>
        <translation>ほかの商品と比較</translation>
    </message>
    <message>
        <source>The Chinese title was copied.</source>
        <translation>中国語の商品名をコピーしました。</translation>
    </message>
    <message>
        <source>The link was copied.</source>
        <translation>リンクをコピーしました。</translation>
    </message>
    <message>
        <source>The offer id was copied.</source>
        <translation>商品番号をコピーしました。</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>リンクをコピー</translation>
    </message>
    <message>
        <source>Copy offer id</source>
        <translation>商品番号をコピー</translation>
    </message>
    <message numerus="yes">
        <source>{0} yrs</source>
        <translation>
            <numerusform>{0} 年</numerusform>
        </translation>
    </message>
    <message>
        <source>ships from {0}</source>
        <translation>{0} から発送</translation>
    </message>
    <message>
        <source>within {0}</source>
        <translation>{0} 以内</translation>
    </message>
    <message>
        <source>supplier&apos;s repurchase rate {0}</source>
        <translation>サプライヤーのリピート率 {0}</translation>
    </message>
    <message>
        <source>Selected supply</source>
        <translation>厳選サプライ</translation>
    </message>
    <message>
        <source>Factory</source>
        <translation>工場</translation>
    </message>
    <message>
        <source>Powerful merchant</source>
        <translation>実力サプライヤー</translation>
    </message>
    <message>
        <source>One-piece delivery</source>
        <translation>1 点発送</translation>
    </message>
    <message>
        <source>{0} sold in all</source>
        <translation>累計 {0} 個販売</translation>
    </message>
</context>
<context>
    <name>OfferPresenter</name>
    <message>
        <source>This offer is not for sale any more.</source>
        <translation>この商品は販売を終了しました。</translation>
    </message>
    <message>
        <source>Not connected yet.</source>
        <translation>まだ接続していません。</translation>
    </message>
    <message>
        <source>Type the quantities you want.</source>
        <translation>数量を入力してください。</translation>
    </message>
    <message>
        <source>Putting it in the cart…</source>
        <translation>カートに入れています…</translation>
    </message>
</context>
<context>
    <name>OfferPreview</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Enter opens, arrows go on, Space closes.</source>
        <translation>Enter で開く、矢印で次へ、Space で閉じる。</translation>
    </message>
</context>
<context>
    <name>OfferSkeleton</name>
    <message>
        <source>Loading the offer</source>
        <translation>商品を読み込み中</translation>
    </message>
</context>
<context>
    <name>OfferTable</name>
    <message>
        <source>Offers as a table</source>
        <translation>商品一覧表</translation>
    </message>
</context>
<context>
    <name>OfferView</name>
    <message>
        <source>Not for sale any more</source>
        <translation>販売終了</translation>
    </message>
    <message>
        <source>The supplier has taken this offer down. Nothing of it can be ordered.</source>
        <translation>サプライヤーがこの商品の掲載を終了しました。
注文できません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>This offer could not be loaded</source>
        <translation>この商品を読み込めませんでした</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>The offer is loaded as soon as an account is there.</source>
        <translation>アカウントを設定すると、商品が読み込まれます。</translation>
    </message>
    <message>
        <source>This offer is not for sale any more. What you see is as of {0}.</source>
        <translation>この商品は販売を終了しました。表示は {0} 時点の内容です。</translation>
    </message>
    <message>
        <source>{0} Prices and stock as of {1}.</source>
        <translation>{0} 価格と在庫は {1} 時点の情報です。</translation>
    </message>
    <message>
        <source>Prices and stock as of {0}. {1}</source>
        <translation>価格と在庫は {0} 時点の情報です。{1}</translation>
    </message>
    <message>
        <source>Asking 1688…</source>
        <translation>1688 に問い合わせ中…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
</context>
<context>
    <name>Omnibox</name>
    <message>
        <source>Search by photo</source>
        <translation>写真で検索</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>クリア</translation>
    </message>
    <message>
        <source>Search 1688: words, a link, an offer id, or paste a photo</source>
        <translation>1688 を検索: 言葉、リンク、商品番号、または写真を貼り付け</translation>
    </message>
    <message>
        <source>Search 1688</source>
        <translation>1688 を検索</translation>
    </message>
</context>
<context>
    <name>OrderActs</name>
    <message numerus="yes">
        <source>Order ids copied.</source>
        <translation>
            <numerusform>注文番号をコピーしました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} rows copied.</source>
        <translation>
            <numerusform>{0} 行をコピーしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Waybill copied.</source>
        <translation>送り状番号をコピーしました。</translation>
    </message>
    <message numerus="yes">
        <source>Export {0} orders</source>
        <translation>
            <numerusform>{0} 件の注文を書き出し</numerusform>
        </translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation>スプレッドシート (*.csv)</translation>
    </message>
    <message>
        <source>orders {0}</source>
        <translation>注文 {0}</translation>
    </message>
    <message>
        <source>{0} could not be written. It may be open in another program.</source>
        <translation>{0} に書き込めませんでした。別のプログラムで開いている可能性があります。</translation>
    </message>
    <message numerus="yes">
        <source>{0} orders written to {1}.</source>
        <translation>
            <numerusform>{0} 件の注文を {1} に書き出しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open on 1688?</source>
        <translation>1688 で開きますか？</translation>
    </message>
    <message>
        <source>Order {0} opens in your browser, on a page of {1}.</source>
        <translation>注文 {0} を {1} のページとしてブラウザーで開きます。</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0} を開く</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>開かない</translation>
    </message>
    <message>
        <source>Copy order id</source>
        <translation>注文番号をコピー</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Open on 1688…</source>
        <translation>1688 で開く…</translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>Delivery address</source>
        <translation>お届け先</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>再取得</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Deliver to</source>
        <translation>お届け先</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Save a delivery address on 1688 first; then it can be chosen here.</source>
        <translation>先に 1688 でお届け先を登録してください。登録するとここで選択できます。</translation>
    </message>
    <message>
        <source>{0} is a very large sum. Compare it with the receipts before you go on.</source>
        <translation>{0} は高額です。続ける前に各見積もりと照合してください。</translation>
    </message>
</context>
<context>
    <name>OrderTable</name>
    <message>
        <source>Orders</source>
        <translation>注文</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>orders up to date {0}</source>
        <translation>注文の最終更新 {0}</translation>
    </message>
</context>
<context>
    <name>OrdersPresenter</name>
    <message>
        <source>Order {0} ({1}) is now: {2}.</source>
        <translation>注文 {0}({1})の現在の状態: {2}</translation>
    </message>
    <message numerus="yes">
        <source>{0} orders changed.</source>
        <translation>
            <numerusform>{0} 件の注文が変わりました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show orders</source>
        <translation>注文を表示</translation>
    </message>
    <message>
        <source>Order {0} ({1}) exists after all: it had counted as not made.</source>
        <translation>注文 {0}（{1}）は存在していました。作られていないものとして扱われていました。</translation>
    </message>
    <message>
        <source>Two orders for one decision at {0}: {1}. Cancel one of them before you pay.</source>
        <translation>{0} への 1 回の決定に注文が 2 件あります: {1}。支払う前に一方をキャンセルしてください。</translation>
    </message>
</context>
<context>
    <name>Patience</name>
    <message>
        <source>No answer from 1688 yet. Still trying…</source>
        <translation>1688 からまだ応答がありません。引き続き試しています…</translation>
    </message>
</context>
<context>
    <name>Paying</name>
    <message>
        <source>1688 gave no payment page for these orders; nothing was opened.</source>
        <translation>1688 からこれらの注文の支払いページが返されなかったため、何も開いていません。</translation>
    </message>
    <message numerus="yes">
        <source>Open for {0} orders</source>
        <translation>
            <numerusform>{0} 件分のページを開く</numerusform>
        </translation>
    </message>
    <message>
        <source>The payment page leaves orders out</source>
        <translation>支払いページに含まれない注文があります</translation>
    </message>
    <message>
        <source>1688&apos;s page does not cover the orders below. They stay unpaid when you pay the others.</source>
        <translation>以下の注文は 1688 の支払いページに含まれません。他の注文を支払っても未払いのままです。</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>開かない</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>理由の記載なし</translation>
    </message>
    <message>
        <source>Order {0} does not wait for payment any more; no page was opened.</source>
        <translation>注文 {0} は支払い待ちではなくなったため、ページを開いていません。</translation>
    </message>
    <message>
        <source>The price has changed</source>
        <translation>価格が変わりました</translation>
    </message>
    <message>
        <source>{0} would now cost another sum than the one you saw. Nothing was opened.</source>
        <translation>{0}の金額が、確認した金額から変わっています。ページは開いていません。</translation>
    </message>
    <message>
        <source>Pay {0}</source>
        <translation>{0} を支払う</translation>
    </message>
    <message>
        <source>Do not pay</source>
        <translation>支払わない</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>A payment was started before</source>
        <translation>支払い手続きが開始済みです</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>もう一度開く</translation>
    </message>
    <message>
        <source>Order {0}</source>
        <translation>注文 {0}</translation>
    </message>
    <message numerus="yes">
        <source>These {0} orders</source>
        <translation>
            <numerusform>これら {0} 件の注文</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy for {0} orders</source>
        <translation>
            <numerusform>{0} 件分をコピー</numerusform>
        </translation>
    </message>
    <message>
        <source>The payment page was sent to your browser.</source>
        <translation>支払いページをブラウザーへ送りました。</translation>
    </message>
    <message>
        <source>Copy payment link</source>
        <translation>支払いリンクをコピー</translation>
    </message>
    <message>
        <source>No browser could be opened. Nothing was paid. Copy the payment link and open it in a browser of your own.</source>
        <translation>ブラウザーを開けませんでした。支払いは行われていません。支払いリンクをコピーして、ご自分のブラウザーで開いてください。</translation>
    </message>
    <message>
        <source>A payment page was sent to your browser or its link copied on {0} for the orders below. 1688 says they are still unpaid, but a payment may be under way. Check that page, or your bank, before you pay a second time.</source>
        <translation>下記の注文について、{0} に支払いページをブラウザーへ送ったか、リンクをコピーしました。1688 によるとまだ未払いですが、支払いが進行中かもしれません。二度目の支払いの前に、そのページか銀行の明細を確認してください。</translation>
    </message>
    <message>
        <source>Payment link copied. Open it soon: how long it stays valid is not known.</source>
        <translation>支払いリンクをコピーしました。有効期間は不明なので、早めに開いてください。</translation>
    </message>
    <message>
        <source>Copy link for {0}</source>
        <translation>{0} のリンクをコピー</translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation>もう一度コピー</translation>
    </message>
    <message>
        <source>Do not copy</source>
        <translation>コピーしない</translation>
    </message>
    <message>
        <source>Two orders for one decision</source>
        <translation>1 回の決定に注文が 2 件</translation>
    </message>
    <message>
        <source>The network delivered your order twice, so 1688 holds the orders below under one decision of yours. Cancel one of them before you pay, unless you want both. Nothing was opened.</source>
        <translation>ネットワークが注文を 2 度届けたため、1688 には 1 回の決定に対して下記の注文があります。両方が必要でなければ、支払う前に一方をキャンセルしてください。ページは開いていません。</translation>
    </message>
    <message>
        <source>I want them all; pay {0}</source>
        <translation>すべて必要です。{0} を支払う</translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>Photo search</source>
        <translation>写真検索</translation>
    </message>
    <message>
        <source>Search the whole photo</source>
        <translation>写真全体で検索</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>次の写真</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>前の写真</translation>
    </message>
    <message>
        <source>See what is sent of the photo</source>
        <translation>送信される内容を確認</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>写真を選択</translation>
    </message>
    <message>
        <source>Pictures ({0})</source>
        <translation>画像 ({0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>This photo cannot be used</source>
        <translation>この写真は使用できません</translation>
    </message>
    <message>
        <source>Nothing looks like this</source>
        <translation>似た商品は見つかりませんでした</translation>
    </message>
    <message>
        <source>Turn the photo right</source>
        <translation>写真を右に回転</translation>
    </message>
    <message>
        <source>Turn the photo left</source>
        <translation>写真を左に回転</translation>
    </message>
    <message>
        <source>Mirror the photo</source>
        <translation>写真を左右反転</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Zoom into the photo</source>
        <translation>写真を拡大</translation>
    </message>
    <message>
        <source>Zoom out of the photo</source>
        <translation>写真を縮小</translation>
    </message>
    <message>
        <source>Show all of the photo</source>
        <translation>写真の全体を表示</translation>
    </message>
    <message>
        <source>Choose an area with the keys</source>
        <translation>キーで範囲を選ぶ</translation>
    </message>
    <message>
        <source>Photo and offer side by side (Space)</source>
        <translation>写真と商品を並べて見る（Space）</translation>
    </message>
    <message>
        <source>On the photo: search the area</source>
        <translation>写真上：範囲で検索</translation>
    </message>
    <message>
        <source>On the photo: move the area, Shift resizes, Ctrl goes farther</source>
        <translation>写真上：範囲を移動（Shift でサイズ変更、Ctrl で大きく移動）</translation>
    </message>
    <message>
        <source>On the photo: take the area away</source>
        <translation>写真上：範囲を解除</translation>
    </message>
    <message>
        <source>Photo and offer side by side</source>
        <translation>写真と商品を並べて見る</translation>
    </message>
    <message>
        <source>Side by side, while it is held: the offer in the photo&apos;s place</source>
        <translation>並べて表示中に押している間：写真の位置に商品の画像を表示</translation>
    </message>
    <message>
        <source>Search by thing {0} of the photo</source>
        <translation>写真の候補 {0} で検索</translation>
    </message>
    <message>
        <source>Show or hide filters</source>
        <translation>絞り込みを表示・非表示</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>絞り込みをすべて解除</translation>
    </message>
    <message>
        <source>1688 gave this same answer to a picture that looks different: compare before you trust it.</source>
        <translation>1688 は見た目の異なる写真にもまったく同じ結果を返しています。よく見比べてからお使いください。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>もう一度問い合わせる</translation>
    </message>
    <message>
        <source>1688 answered with no offer that fits all of it. Take words, filters and prices away.</source>
        <translation>1688 の回答では、すべての条件に合う商品はありません。語句・絞り込み・価格を外してみてください。</translation>
    </message>
    <message>
        <source>Take them all away</source>
        <translation>すべて外す</translation>
    </message>
    <message>
        <source>1688 answered, and found no offer like this part of the photo. Try another part, or all of it.</source>
        <translation>1688 は回答しましたが、写真のこの部分に似た商品は見つかりませんでした。別の部分、または写真全体でお試しください。</translation>
    </message>
    <message>
        <source>1688 answered, and found no offer like this photo. Choose a part with one thing in it.</source>
        <translation>1688 は回答しましたが、この写真に似た商品は見つかりませんでした。物が一つだけ写っている部分を選んでください。</translation>
    </message>
    <message>
        <source>Choose an area</source>
        <translation>範囲を選ぶ</translation>
    </message>
    <message>
        <source>Group offers with the same picture, or not any more</source>
        <translation>同じ画像の商品をまとめる・まとめない</translation>
    </message>
</context>
<context>
    <name>PhotoPanel</name>
    <message>
        <source>Previous photo</source>
        <translation>前の写真</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>次の写真</translation>
    </message>
    <message>
        <source>No metadata</source>
        <translation>メタデータなし</translation>
    </message>
    <message>
        <source>See what is sent</source>
        <translation>送信内容を確認</translation>
    </message>
    <message>
        <source>Search this area</source>
        <translation>この範囲で検索</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>別の写真</translation>
    </message>
    <message>
        <source>Recent photos</source>
        <translation>最近の写真</translation>
    </message>
    <message>
        <source>for example: linen, with zip</source>
        <translation>例: リネン、ファスナー付き</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>キーワード</translation>
    </message>
    <message>
        <source>And the words</source>
        <translation>追加のキーワード</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Before: {0} × {1} px</source>
        <translation>元のサイズ: {0} × {1} px</translation>
    </message>
    <message>
        <source>Photo {0} of {1}</source>
        <translation>写真 {0} / {1}</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>The end of this file is missing: the part that is there is searched with.</source>
        <translation>このファイルは末尾が欠けています。残っている部分で検索します。</translation>
    </message>
</context>
<context>
    <name>PhotoTools</name>
    <message>
        <source>Turn left</source>
        <translation>左に回転</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>右に回転</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>左右反転</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
</context>
<context>
    <name>PictureQuestions</name>
    <message>
        <source>Get a picture</source>
        <translation>画像の取得</translation>
    </message>
    <message>
        <source>Get the picture from {0}?</source>
        <translation>{0} から画像を取得しますか？</translation>
    </message>
    <message>
        <source>{0} sees that this computer asks for it; nothing of your account goes along.</source>
        <translation>{0} には、このコンピューターから要求があったことだけが分かります。アカウントの情報は送られません。</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>取得する</translation>
    </message>
    <message>
        <source>Always from there</source>
        <translation>このサイトからは常に取得</translation>
    </message>
    <message>
        <source>Do not get it</source>
        <translation>取得しない</translation>
    </message>
    <message>
        <source>An offer with a picture</source>
        <translation>画像付きの商品</translation>
    </message>
    <message>
        <source>Open this offer, or search by its picture?</source>
        <translation>この商品を開きますか、それともその画像で検索しますか？</translation>
    </message>
    <message>
        <source>Open the offer</source>
        <translation>商品を開く</translation>
    </message>
    <message>
        <source>Search by the picture</source>
        <translation>画像で検索</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>PictureSaving</name>
    <message>
        <source>This picture cannot be loaded right now.</source>
        <translation>この画像は現在読み込めません。</translation>
    </message>
    <message>
        <source>Save this picture</source>
        <translation>この画像を保存</translation>
    </message>
    <message>
        <source>Picture (*.{0})</source>
        <translation>画像 (*.{0})</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>{0} として保存しました。</translation>
    </message>
    <message>
        <source>{0} could not be written. Choose another folder.</source>
        <translation>{0} を書き込めませんでした。別のフォルダーを選んでください。</translation>
    </message>
</context>
<context>
    <name>PlacedBar</name>
    <message>
        <source>Show orders</source>
        <translation>注文を表示</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>片付ける</translation>
    </message>
</context>
<context>
    <name>PreparingRow</name>
    <message>
        <source>Preparing the photo</source>
        <translation>写真を準備しています</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>PriceRange</name>
    <message>
        <source>Lowest price</source>
        <translation>最低価格</translation>
    </message>
    <message>
        <source>from</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Highest price</source>
        <translation>最高価格</translation>
    </message>
    <message>
        <source>to</source>
        <translation>上限</translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message>
        <source>Open offers</source>
        <translation>開いている商品</translation>
    </message>
    <message>
        <source>No offer is open</source>
        <translation>開いている商品はありません</translation>
    </message>
    <message>
        <source>Open one from the results, or paste a 1688 link or an offer id into the search box.</source>
        <translation>検索結果から開くか、1688 のリンクまたは商品番号を
検索欄に貼り付けてください。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Next offer</source>
        <translation>次の商品</translation>
    </message>
    <message>
        <source>Previous offer</source>
        <translation>前の商品</translation>
    </message>
    <message>
        <source>Close offer</source>
        <translation>商品を閉じる</translation>
    </message>
    <message>
        <source>Add to cart</source>
        <translation>カートに入れる</translation>
    </message>
    <message>
        <source>Compare with others, or not any more</source>
        <translation>ほかの商品と比較、または比較から外す</translation>
    </message>
    <message>
        <source>Go to quantities</source>
        <translation>数量へ移動</translation>
    </message>
    <message>
        <source>Open on 1688</source>
        <translation>1688 で開く</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>リンクをコピー</translation>
    </message>
    <message>
        <source>Copy offer id</source>
        <translation>商品番号をコピー</translation>
    </message>
    <message>
        <source>Copy the Chinese title</source>
        <translation>中国語の商品名をコピー</translation>
    </message>
    <message>
        <source>Save this picture</source>
        <translation>この画像を保存</translation>
    </message>
    <message>
        <source>Enlarge the picture</source>
        <translation>画像を拡大表示</translation>
    </message>
    <message>
        <source>This link was not opened: its address is not one that a browser can open.</source>
        <translation>リンクを開きませんでした。ブラウザーで開けるアドレスではありません。</translation>
    </message>
    <message>
        <source>This picture cannot be loaded right now.</source>
        <translation>現在この画像を読み込めません。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Type a quantity</source>
        <translation>数量を入力</translation>
    </message>
    <message>
        <source>Next variant</source>
        <translation>次のバリエーション</translation>
    </message>
    <message>
        <source>Variant below</source>
        <translation>下のバリエーション</translation>
    </message>
    <message>
        <source>Back to 0</source>
        <translation>0 に戻す</translation>
    </message>
    <message>
        <source>Paste a block of quantities</source>
        <translation>数量をまとめて貼り付け</translation>
    </message>
    <message>
        <source>Zoom the picture; Ctrl and the wheel do too</source>
        <translation>画像を拡大・縮小（Ctrl＋ホイールでも可）</translation>
    </message>
    <message>
        <source>All of the picture</source>
        <translation>画像全体</translation>
    </message>
</context>
<context>
    <name>QuantityDelegate</name>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
</context>
<context>
    <name>QuantityField</name>
    <message>
        <source>Less</source>
        <translation>減らす</translation>
    </message>
    <message>
        <source>More</source>
        <translation>増やす</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>{0} in stock</source>
        <translation>在庫 {0}</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>売り切れ</translation>
    </message>
</context>
<context>
    <name>RateField</name>
    <message>
        <source>Local currency</source>
        <translation>現地通貨</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>What one yuan is worth</source>
        <translation>1 元の換算額</translation>
    </message>
    <message>
        <source>CN¥1 =</source>
        <translation>CN¥1 =</translation>
    </message>
    <message>
        <source>Prices are shown in yuan only.</source>
        <translation>価格は元のみで表示されます。</translation>
    </message>
    <message>
        <source>Your own rate, set on {0}. Amounts carry “≈”; orders are always in yuan.</source>
        <translation>{0} に設定した独自のレートです。金額には「≈」が付きます。注文は常に元建てです。</translation>
    </message>
    <message>
        <source>Type what one yuan is worth to see local amounts beside prices.</source>
        <translation>1 元の換算額を入力すると、価格の横に現地通貨の金額が表示されます。</translation>
    </message>
    <message>
        <source>A number above 0, like 21.3</source>
        <translation>21.3 のような 0 より大きい数値</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Way to trade</source>
        <translation>取引方式</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>プロモーション</translation>
    </message>
    <message>
        <source>Use red envelopes</source>
        <translation>紅包を使う</translation>
    </message>
    <message>
        <source>Trade mode</source>
        <translation>取引方式</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>To the seller, optional</source>
        <translation>販売者宛て(任意)</translation>
    </message>
    <message>
        <source>Message to the seller</source>
        <translation>販売者へのメッセージ</translation>
    </message>
    <message>
        <source>renewing…</source>
        <translation>更新中…</translation>
    </message>
    <message>
        <source>1688 says: {0}</source>
        <translation>1688 からのメッセージ: {0}</translation>
    </message>
    <message numerus="yes">
        <source>Show all {0} lines</source>
        <translation>
            <numerusform>明細 {0} 件をすべて表示</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot be bought</source>
        <translation>購入できません</translation>
    </message>
    <message>
        <source>Take these lines out of the cart to order the rest.</source>
        <translation>これらの明細をカートから外すと、残りを注文できます。</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明細の合計</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>割引</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品代金</translation>
    </message>
    <message>
        <source>{0} and what the seller adds</source>
        <translation>{0} + 販売者による追加分</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>送料</translation>
    </message>
    <message>
        <source>Discount, in the goods</source>
        <translation>割引(商品代金に反映済み)</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>手数料</translation>
    </message>
    <message>
        <source>By your choice</source>
        <translation>選択による差額</translation>
    </message>
    <message>
        <source>1688 will make of it</source>
        <translation>1688 での注文数</translation>
    </message>
    <message>
        <source>{0} orders</source>
        <translation>{0} 件</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>These sums do not agree: nothing is sent.</source>
        <translation>金額が一致しないため、送信しません。</translation>
    </message>
    <message>
        <source>No way to trade here; order it on the web site.</source>
        <translation>ここで使える取引方式がありません。Web サイトで注文してください。</translation>
    </message>
    <message>
        <source>1688&apos;s own choice</source>
        <translation>1688 の既定</translation>
    </message>
</context>
<context>
    <name>RefusalCard</name>
    <message>
        <source>1688 refused this order; nothing was made</source>
        <translation>1688 がこの注文を拒否しました。注文は成立していません</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>片付ける</translation>
    </message>
    <message>
        <source>1688 refused this order; nothing was found under its reference</source>
        <translation>1688 はこの注文を拒否しました。参照番号では何も見つかりませんでした</translation>
    </message>
</context>
<context>
    <name>ResultBar</name>
    <message>
        <source>Filters</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>この検索を保存</translation>
    </message>
    <message>
        <source>As cards</source>
        <translation>カード表示</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表形式</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} を解除</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>すべて解除</translation>
    </message>
    <message>
        <source>Sorted here: {0}</source>
        <translation>表示内で並べ替え: {0}</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results as cards</source>
        <translation>結果をカードで表示</translation>
    </message>
    <message>
        <source>Results as a table</source>
        <translation>結果を表で表示</translation>
    </message>
    <message>
        <source>Show Chinese titles</source>
        <translation>中国語の商品名を表示</translation>
    </message>
    <message>
        <source>Compare the chosen offers, or not any more (C)</source>
        <translation>選んだ商品を比較、または比較から外す(C)</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>接続なし</translation>
    </message>
    <message>
        <source>This search did not work</source>
        <translation>検索できませんでした</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>As of {0}; looking again…</source>
        <translation>{0} 時点の結果です。再検索しています…</translation>
    </message>
    <message>
        <source>As of {0}. {1}</source>
        <translation>{0} 時点の結果です。{1}</translation>
    </message>
    <message>
        <source>As of {0}</source>
        <translation>{0} 時点</translation>
    </message>
    <message numerus="yes">
        <source>{0} results</source>
        <translation>
            <numerusform>{0} 件</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} unreadable</source>
        <translation>読み取り不可 {0} 件</translation>
    </message>
    <message>
        <source>results up to date {0}</source>
        <translation>検索結果の最終更新 {0}</translation>
    </message>
    <message>
        <source>{0} loaded</source>
        <translation>{0} 件読み込み済み</translation>
    </message>
    <message>
        <source>; that is all</source>
        <translation>(以上)</translation>
    </message>
    <message>
        <source>Open the offer</source>
        <translation>商品を開く</translation>
    </message>
    <message>
        <source>Open it behind</source>
        <translation>背後で開く</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Compare, or not any more</source>
        <translation>比較に追加・解除</translation>
    </message>
    <message>
        <source>Chinese titles while it is held</source>
        <translation>押している間は中国語の題名</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message numerus="yes">
        <source>Copied {0} offers.</source>
        <translation>
            <numerusform>{0} 件の商品をコピーしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>This picture cannot be loaded now.</source>
        <translation>現在この画像を読み込めません。</translation>
    </message>
    <message>
        <source>Copied the link.</source>
        <translation>リンクをコピーしました。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open behind</source>
        <translation>バックグラウンドで開く</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Compare, or not any more</source>
        <translation>比較、または比較から外す</translation>
    </message>
    <message>
        <source>Search by this picture</source>
        <translation>この画像で検索</translation>
    </message>
    <message>
        <source>Open at 1688</source>
        <translation>1688 で開く</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Copy the Chinese title</source>
        <translation>中国語の商品名をコピー</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>リンクをコピー</translation>
    </message>
    <message>
        <source>Copy the offer id</source>
        <translation>商品番号をコピー</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>この検索を保存</translation>
    </message>
    <message>
        <source>Show or hide filters</source>
        <translation>絞り込みの表示/非表示</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>絞り込みをすべて解除</translation>
    </message>
    <message>
        <source>Use fewer or other words, or search by a photo.</source>
        <translation>言葉を減らすか変えるか、写真で検索してください。</translation>
    </message>
    <message>
        <source>No offer fits all of it. Take a filter off, or use fewer words.</source>
        <translation>すべての条件に合う商品はありません。
絞り込みを外すか、言葉を減らしてください。</translation>
    </message>
    <message>
        <source>Nothing found for “{0}”</source>
        <translation>「{0}」に一致する商品は見つかりませんでした</translation>
    </message>
    <message>
        <source>Search by photo</source>
        <translation>写真で検索</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>別の言葉で検索</translation>
    </message>
</context>
<context>
    <name>SearchPresenter</name>
    <message>
        <source>Saved the search “{0}”.</source>
        <translation>検索「{0}」を保存しました。</translation>
    </message>
</context>
<context>
    <name>SentView</name>
    <message>
        <source>What is sent</source>
        <translation>送信される内容</translation>
    </message>
    <message>
        <source>The photo as it is sent</source>
        <translation>送信される写真</translation>
    </message>
    <message>
        <source>JPEG, {0} × {1} pixels, {2}. No place, no date, no camera, no file name: the file holds pixels only.</source>
        <translation>JPEG、{0} × {1} ピクセル、{2}。場所、日付、カメラ、ファイル名は含まれず、画素だけのファイルです。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Fingerprint {0}</source>
        <translation>フィンガープリント {0}</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to the default: {0}</source>
        <translation>既定値に戻す: {0}</translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Changes at once.</source>
        <translation>すぐに反映されます。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Of menus, buttons and messages.</source>
        <translation>メニュー、ボタン、メッセージの言語です。</translation>
    </message>
    <message>
        <source>Titles translated to</source>
        <translation>商品名の翻訳先</translation>
    </message>
    <message>
        <source>What 1688 translates offers into. The Chinese original is always one key away.</source>
        <translation>1688 が商品情報を翻訳する言語です。中国語の原文はキー 1 つで表示できます。</translation>
    </message>
    <message>
        <source>Local currency</source>
        <translation>現地通貨</translation>
    </message>
    <message>
        <source>Shown beside yuan as an estimate. Orders are always in yuan.</source>
        <translation>元の横に概算で表示されます。注文は常に元建てです。</translation>
    </message>
    <message>
        <source>Ask again above (CN¥)</source>
        <translation>再確認する金額(CN¥)</translation>
    </message>
    <message>
        <source>One more question before an order larger than this is placed.</source>
        <translation>この金額を超える注文の前に、もう一度確認します。</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>Read orders every</source>
        <translation>注文の取得間隔</translation>
    </message>
    <message>
        <source>While the program is open and online.</source>
        <translation>プログラムの起動中、オンラインのときに取得します。</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>保存容量の上限</translation>
    </message>
    <message>
        <source>Offers and pictures already seen. The oldest go first; carts and orders are never touched.</source>
        <translation>閲覧済みの商品と画像です。古いものから削除されます。カートと注文には影響しません。</translation>
    </message>
    <message>
        <source>A whole number above 0</source>
        <translation>0 より大きい整数</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>セクション</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>該当する設定はありません。</translation>
    </message>
    <message>
        <source>{0} in use</source>
        <translation>{0} 使用中</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Language and money</source>
        <translation>言語と通貨</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Photos and privacy</source>
        <translation>写真とプライバシー</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>ストレージ</translation>
    </message>
    <message>
        <source>About</source>
        <translation>このプログラムについて</translation>
    </message>
    <message>
        <source>Connect a 1688 account</source>
        <translation>1688 アカウントを接続</translation>
    </message>
    <message>
        <source>Use the demo marketplace</source>
        <translation>デモマーケットを使う</translation>
    </message>
    <message>
        <source>Another account</source>
        <translation>別のアカウント</translation>
    </message>
    <message>
        <source>Carts, orders and searches of accounts never mix.</source>
        <translation>カート、注文、検索はアカウント別に保存します。</translation>
    </message>
    <message>
        <source>Demo marketplace</source>
        <translation>デモマーケット</translation>
    </message>
    <message>
        <source>Runs on this computer; nothing in it is real.</source>
        <translation>このコンピューター内の架空のマーケットです。</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
    <message>
        <source>Removes the tokens from this computer. To withdraw the permission at 1688 as well, open the authorised apps of your account there.</source>
        <translation>このコンピューターからトークンを削除します。1688 側の許可も取り消すには、1688 のアカウントで承認済みアプリを開いてください。</translation>
    </message>
    <message>
        <source>Its cart and orders stay on this computer for the next time.</source>
        <translation>カートと注文はこのコンピューターに残ります。</translation>
    </message>
    <message>
        <source>Signed in: {0}</source>
        <translation>サインイン中: {0}</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Only pixels leave this computer: place, camera and file name are removed before a search.</source>
        <translation>送信されるのは画素だけです。場所、カメラ、ファイル名は検索前に取り除かれます。</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>秘密情報</translation>
    </message>
    <message>
        <source>Keys and tokens are in the system&apos;s keyring. They are in no file and no log of this program.</source>
        <translation>キーとトークンはシステムのキーリングに保管されます。このプログラムのファイルやログには残りません。</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>利用状況の送信</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>一切行いません。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation>キャッシュを消去</translation>
    </message>
    <message>
        <source>Offers and pictures are fetched again when needed. Cart, orders and history stay.</source>
        <translation>商品と画像は必要なときに再取得されます。カート、注文、履歴は残ります。</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Does this order not exist at 1688?</source>
        <translation>この注文は 1688 に存在しませんか？</translation>
    </message>
    <message>
        <source>Look at your orders on 1688 first. Once you say that it does not exist, its goods can be ordered again; if it does exist after all, they would be bought twice.</source>
        <translation>先に 1688 で注文を確認してください。「存在しない」とすると商品をもう一度注文できるようになります。実際には存在した場合、二重に購入することになります。</translation>
    </message>
    <message>
        <source>It does not exist</source>
        <translation>存在しない</translation>
    </message>
    <message>
        <source>Keep checking</source>
        <translation>照会を続ける</translation>
    </message>
    <message>
        <source>Is this your order?</source>
        <translation>これはご自身の注文ですか？</translation>
    </message>
    <message>
        <source>Are these your order?</source>
        <translation>これらはご自身の注文ですか？</translation>
    </message>
    <message>
        <source>They are then kept as what became of the order you sent, and its lines leave the cart.</source>
        <translation>送信した注文の結果として記録され、その明細はカートから外れます。</translation>
    </message>
    <message>
        <source>Yes, it is mine</source>
        <translation>はい、自分の注文です</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>見つかった注文</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>サプライヤー</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Our reference</source>
        <translation>管理番号</translation>
    </message>
    <message>
        <source>The order to {0} exists: {1}.</source>
        <translation>{0} への注文は存在します: {1}</translation>
    </message>
    <message>
        <source>The order to {0} counts as not made. Its goods can be ordered again.</source>
        <translation>{0} への注文は成立しなかったものとして扱います。商品はもう一度注文できます。</translation>
    </message>
</context>
<context>
    <name>SkeletonGrid</name>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
</context>
<context>
    <name>SkuDelegate</name>
    <message>
        <source>{0} left</source>
        <translation>残り {0}</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>売り切れ</translation>
    </message>
    <message>
        <source>Quantity of {0}</source>
        <translation>{0} の数量</translation>
    </message>
    <message>
        <source>this offer</source>
        <translation>この商品</translation>
    </message>
</context>
<context>
    <name>SkuPanel</name>
    <message>
        <source>Filter variants</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>{0} by {1}</source>
        <translation>{0} × {1}</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>価格不明</translation>
    </message>
    <message>
        <source>{0} · goods {1}</source>
        <translation>{0} · 商品代金 {1}</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>未選択</translation>
    </message>
    <message>
        <source>{0} in the cart already</source>
        <translation>カートに {0} あり</translation>
    </message>
    <message>
        <source>Add {0} · {1} to cart</source>
        <translation>{0} · {1} をカートに入れる</translation>
    </message>
    <message>
        <source>Add to cart</source>
        <translation>カートに入れる</translation>
    </message>
    <message>
        <source>Put the quantities right first.</source>
        <translation>先に数量を修正してください。</translation>
    </message>
    <message>
        <source>and {0} more like this</source>
        <translation>ほかに同様の問題 {0} 件</translation>
    </message>
    <message>
        <source>use {0}</source>
        <translation>{0} にする</translation>
    </message>
    <message>
        <source>Nearest quantity</source>
        <translation>最も近い数量</translation>
    </message>
    <message numerus="yes">
        <source>{0} had no place in the grid</source>
        <translation>
            <numerusform>{0} 個は表の範囲外</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted {0} cells; {1}.</source>
        <translation>
            <numerusform>{0} 個のセルを貼り付けました({1})。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} were not taken</source>
        <translation>
            <numerusform>{0} 個は取り込まれませんでした</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkuSheet</name>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>取り扱いなし</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>価格不明</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>売り切れ</translation>
    </message>
    <message>
        <source>{count} in stock</source>
        <translation>在庫 {count}</translation>
    </message>
</context>
<context>
    <name>SkuTable</name>
    <message>
        <source>Quantities</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>クリア</translation>
    </message>
</context>
<context>
    <name>StatePanel</name>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>オフライン</translation>
    </message>
    <message numerus="yes">
        <source>{0} jobs</source>
        <translation>
            <numerusform>処理中 {0} 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Take off the list  {0}</source>
        <translation>一覧から外す  {0}</translation>
    </message>
</context>
<context>
    <name>TabButton</name>
    <message>
        <source>{0}, needs attention</source>
        <translation>{0}、要対応</translation>
    </message>
</context>
<context>
    <name>TabChips</name>
    <message>
        <source>States</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>TierBar</name>
    <message>
        <source>{0} more for {1} each</source>
        <translation>あと {0} で単価 {1}</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>{0} から</translation>
    </message>
    <message>
        <source>price of every variant</source>
        <translation>全バリエーション共通価格</translation>
    </message>
    <message>
        <source>price by variant</source>
        <translation>バリエーション別価格</translation>
    </message>
</context>
<context>
    <name>TierCard</name>
    <message>
        <source>, reached</source>
        <translation>、適用中</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
</context>
</TS>
