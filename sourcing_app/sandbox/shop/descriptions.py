"""The seller's own page: HTML as sellers write it, pictures above all, now and then with what must not be run."""

from __future__ import annotations

from sourcing_app.sandbox.shop.naming import View, picture_name
from sourcing_app.sandbox.shop.recipe import Recipe
from sourcing_app.sandbox.shop.records import ShopOffer

ODD = (
    '<script>document.title="sandbox"</script>',
    '<iframe src="//example.invalid/ad.html" width="1" height="1"></iframe>',
    '<style>@import url("http://example.invalid/font.css"); body{display:none}</style>',
    '<p onclick="alert(1)" style="position:fixed;top:0">点击领取优惠券</p>',
    '<a href="javascript:alert(1)">收藏店铺</a>',
    '<img src="http://example.invalid/track.gif" width="1" height="1" onerror="alert(1)"/>',
    '<form action="//example.invalid/login"><input name="password"/></form>',
    '<link rel="stylesheet" href="//example.invalid/all.css"/><object data="a.swf"></object>',
)
NOTES = (
    "下单前请联系客服确认库存，大货量价格可议。",
    "由于光线和显示器不同，颜色可能与实物略有差异，请以实物为准。",
    "支持来样定制，可印LOGO，起订量低，工期短。",
    "尺寸为手工测量，误差1-3cm属正常范围。",
    "承诺48小时内发货，售后无忧。",
)


def make_description(recipe: Recipe, offer: ShopOffer) -> str:
    """``{base}`` stands for the address of the picture server (``http://host:port`` or https)."""
    dice = recipe.dice("description")
    if "no_description" in offer.flags:
        return ""
    parts = ['<div id="offer-template-0"></div>']
    if "odd_html" in offer.flags:
        parts.append(dice.choice(ODD))
        parts.append(dice.choice(ODD))
    parts.append(f"<h3>{offer.title_zh}</h3>" if dice.random() < 0.5 else "<p><br/></p>")
    for number in range(dice.randrange(2, 6)):
        name = picture_name(recipe.seed, View(recipe.index, "d", number), offer.supplier.member_id)
        parts.append(_picture(name, dice.randrange(6)))
        if dice.random() < 0.4:
            parts.append(f'<p style="text-align:center;color:#666">{dice.choice(NOTES)}</p>')
    parts.append(_table(recipe))
    return "".join(parts)


def _picture(name: str, how: int) -> str:
    if how == 0:
        return f'<p><img data-lazyload-src="{{noscheme}}/img/ibank/{name}" src="{{base}}/img/ibank/lazyload.png"/></p>'
    if how == 1:
        return f'<p><img src="{{noscheme}}/img/ibank/{name}" border="0"/></p>'
    if how == 2:
        return (
            f'<p><img src="{{base}}/img/ibank/{name}" usemap="#Map" border="0"/></p>'
            '<map name="Map"><area shape="rect" coords="0,0,99,99" href="https://shop.1688.com/"/></map>'
        )
    return f'<p><img src="{{base}}/img/ibank/{name}" style="width:790px;display:block"/></p>'


def _table(recipe: Recipe) -> str:
    material = recipe.title.material["zh"]
    features = "、".join(feature["zh"] for feature in recipe.title.features)
    rows = (("材质", material), ("特点", features), ("适用", recipe.title.use["zh"]), ("型号", recipe.title.code))
    cells = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in rows)
    return f'<table border="1" cellpadding="4">{cells}</table>'
