// post_patterns.cc - the expressions of X's own library, twitter-text 3.1.0, with the parser of emoji 11.0.2
// that it uses: what they don't know, X's counter doesn't either. Written for ICU, with code points in place
// of surrogates, and parts that occur more than once named.
//
// From twitter-text, copyright 2018 Twitter, Inc., Apache-2.0: https://github.com/twitter/twitter-text (js);
// and twemoji-parser, copyright Twitter Inc., MIT: https://github.com/twitter/twemoji-parser.
#include "content/post_patterns.h"

namespace signpost {
namespace {

constexpr char kTopLevelDomains[] =
    R"(삼성|닷컴|닷넷|香格里拉|餐厅|食品|飞利浦|電訊盈科|集团|通販|购物|)"
    R"(谷歌|诺基亚|联通|网络|网站|网店|网址|组织机构|移动|珠宝|点看|游戏|)"
    R"(淡马锡|机构|書籍|时尚|新闻|政府|政务|招聘|手表|手机|我爱你|慈善|微博|)"
    R"(广东|工行|家電|娱乐|天主教|大拿|大众汽车|在线|嘉里大酒店|嘉里|商标|)"
    R"(商店|商城|公益|公司|八卦|健康|信息|佛山|企业|中文网|中信|世界|)"
    R"(ポイント|ファッション|セール|ストア|コム|グーグル|クラウド|みんな|)"
    R"(คอม|संगठन|नेट|कॉम|همراه|موقع|موبايلي|كوم|)"
    R"(كاثوليك|عرب|شبكة|بيتك|بازار|العليان|ارامكو|اتصالات|)"
    R"(ابوظبي|קום|сайт|рус|орг|онлайн|москва|ком|католик|)"
    R"(дети|zuerich|zone|zippo|zip|zero|zara|zappos|yun|youtube|you|yokohama|yoga|yodobashi|yandex|)"
    R"(yamaxun|yahoo|yachts|xyz|xxx|xperia|xin|xihuan|xfinity|xerox|xbox|wtf|wtc|wow|world|works|work|)"
    R"(woodside|wolterskluwer|wme|winners|wine|windows|win|williamhill|wiki|wien|whoswho|weir|weibo|)"
    R"(wedding|wed|website|weber|webcam|weatherchannel|weather|watches|watch|warman|wanggou|wang|walter|)"
    R"(walmart|wales|vuelos|voyage|voto|voting|vote|volvo|volkswagen|vodka|vlaanderen|vivo|viva|)"
    R"(vistaprint|vista|vision|visa|virgin|vip|vin|villas|viking|vig|video|viajes|vet|versicherung|)"
    R"(vermögensberatung|vermögensberater|verisign|ventures|vegas|vanguard|vana|vacations|ups|uol|uno|)"
    R"(university|unicom|uconnect|ubs|ubank|tvs|tushu|tunes|tui|tube|trv|trust|travelersinsurance|)"
    R"(travelers|travelchannel|travel|training|trading|trade|toys|toyota|town|tours|total|toshiba|toray|)"
    R"(top|tools|tokyo|today|tmall|tkmaxx|tjx|tjmaxx|tirol|tires|tips|tiffany|tienda|tickets|tiaa|)"
    R"(theatre|theater|thd|teva|tennis|temasek|telefonica|telecity|tel|technology|tech|team|tdk|tci|)"
    R"(taxi|tax|tattoo|tatar|tatamotors|target|taobao|talk|taipei|tab|systems|symantec|sydney|swiss|)"
    R"(swiftcover|swatch|suzuki|surgery|surf|support|supply|supplies|sucks|style|study|studio|stream|)"
    R"(store|storage|stockholm|stcgroup|stc|statoil|statefarm|statebank|starhub|star|staples|stada|srt|)"
    R"(srl|spreadbetting|spot|sport|spiegel|space|soy|sony|song|solutions|solar|sohu|software|softbank|)"
    R"(social|soccer|sncf|smile|smart|sling|skype|sky|skin|ski|site|singles|sina|silk|shriram|showtime|)"
    R"(show|shouji|shopping|shop|shoes|shiksha|shia|shell|shaw|sharp|shangrila|sfr|sexy|sex|sew|seven|)"
    R"(ses|services|sener|select|seek|security|secure|seat|search|scot|scor|scjohnson|science|schwarz|)"
    R"(schule|school|scholarships|schmidt|schaeffler|scb|sca|sbs|sbi|saxo|save|sas|sarl|sapo|sap|sanofi|)"
    R"(sandvikcoromant|sandvik|samsung|samsclub|salon|sale|sakura|safety|safe|saarland|ryukyu|rwe|run|)"
    R"(ruhr|rugby|rsvp|room|rogers|rodeo|rocks|rocher|rmit|rip|rio|ril|rightathome|ricoh|richardli|rich|)"
    R"(rexroth|reviews|review|restaurant|rest|republican|report|repair|rentals|rent|ren|reliance|reit|)"
    R"(reisen|reise|rehab|redumbrella|redstone|red|recipes|realty|realtor|realestate|read|raid|radio|)"
    R"(racing|qvc|quest|quebec|qpon|pwc|pub|prudential|pru|protection|property|properties|promo|)"
    R"(progressive|prof|productions|prod|pro|prime|press|praxi|pramerica|post|porn|politie|poker|pohl|)"
    R"(pnc|plus|plumbing|playstation|play|place|pizza|pioneer|pink|ping|pin|pid|pictures|pictet|pics|)"
    R"(piaget|physio|photos|photography|photo|phone|philips|phd|pharmacy|pfizer|pet|pccw|pay|passagens|)"
    R"(party|parts|partners|pars|paris|panerai|panasonic|pamperedchef|page|ovh|ott|otsuka|osaka|origins|)"
    R"(orientexpress|organic|org|orange|oracle|open|ooo|onyourside|online|onl|ong|one|omega|ollo|)"
    R"(oldnavy|olayangroup|olayan|okinawa|office|off|observer|obi|nyc|ntt|nrw|nra|nowtv|nowruz|now|)"
    R"(norton|northwesternmutual|nokia|nissay|nissan|ninja|nikon|nike|nico|nhk|ngo|nfl|nexus|nextdirect|)"
    R"(next|news|newholland|new|neustar|network|netflix|netbank|net|nec|nba|navy|natura|nationwide|name|)"
    R"(nagoya|nadex|nab|mutuelle|mutual|museum|mtr|mtpc|mtn|msd|movistar|movie|mov|motorcycles|moto|)"
    R"(moscow|mortgage|mormon|mopar|montblanc|monster|money|monash|mom|moi|moe|moda|mobily|mobile|mobi|)"
    R"(mma|mls|mlb|mitsubishi|mit|mint|mini|mil|microsoft|miami|metlife|merckmsd|meo|menu|men|memorial|)"
    R"(meme|melbourne|meet|media|med|mckinsey|mcdonalds|mcd|mba|mattel|maserati|marshalls|marriott|)"
    R"(markets|marketing|market|map|mango|management|man|makeup|maison|maif|madrid|macys|luxury|luxe|)"
    R"(lupin|lundbeck|ltda|ltd|lplfinancial|lpl|love|lotto|lotte|london|lol|loft|locus|locker|loans|)"
    R"(loan|llp|llc|lixil|living|live|lipsy|link|linde|lincoln|limo|limited|lilly|like|lighting|)"
    R"(lifestyle|lifeinsurance|life|lidl|liaison|lgbt|lexus|lego|legal|lefrak|leclerc|lease|lds|lawyer|)"
    R"(law|latrobe|latino|lat|lasalle|lanxess|landrover|land|lancome|lancia|lancaster|lamer|lamborghini|)"
    R"(ladbrokes|lacaixa|kyoto|kuokgroup|kred|krd|kpn|kpmg|kosher|komatsu|koeln|kiwi|kitchen|kindle|)"
    R"(kinder|kim|kia|kfh|kerryproperties|kerrylogistics|kerryhotels|kddi|kaufen|juniper|juegos|jprs|)"
    R"(jpmorgan|joy|jot|joburg|jobs|jnj|jmp|jll|jlc|jio|jewelry|jetzt|jeep|jcp|jcb|java|jaguar|iwc|)"
    R"(iveco|itv|itau|istanbul|ist|ismaili|iselect|irish|ipiranga|investments|intuit|international|)"
    R"(intel|int|insure|insurance|institute|ink|ing|info|infiniti|industries|inc|immobilien|immo|imdb|)"
    R"(imamat|ikano|iinet|ifm|ieee|icu|ice|icbc|ibm|hyundai|hyatt|hughes|htc|hsbc|how|house|hotmail|)"
    R"(hotels|hoteles|hot|hosting|host|hospital|horse|honeywell|honda|homesense|homes|homegoods|)"
    R"(homedepot|holiday|holdings|hockey|hkt|hiv|hitachi|hisamitsu|hiphop|hgtv|hermes|here|helsinki|)"
    R"(help|healthcare|health|hdfcbank|hdfc|hbo|haus|hangout|hamburg|hair|guru|guitars|guide|guge|gucci|)"
    R"(guardian|group|grocery|gripe|green|gratis|graphics|grainger|gov|got|gop|google|goog|goodyear|)"
    R"(goodhands|goo|golf|goldpoint|gold|godaddy|gmx|gmo|gmbh|gmail|globo|global|gle|glass|glade|giving|)"
    R"(gives|gifts|gift|ggee|george|genting|gent|gea|gdn|gbiz|gay|garden|gap|games|game|gallup|gallo|)"
    R"(gallery|gal|fyi|futbol|furniture|fund|fun|fujixerox|fujitsu|ftr|frontier|frontdoor|frogans|frl|)"
    R"(fresenius|free|fox|foundation|forum|forsale|forex|ford|football|foodnetwork|food|foo|fly|)"
    R"(flsmidth|flowers|florist|flir|flights|flickr|fitness|fit|fishing|fish|firmdale|firestone|fire|)"
    R"(financial|finance|final|film|fido|fidelity|fiat|ferrero|ferrari|feedback|fedex|fast|fashion|)"
    R"(farmers|farm|fans|fan|family|faith|fairwinds|fail|fage|extraspace|express|exposed|expert|)"
    R"(exchange|everbank|events|eus|eurovision|etisalat|esurance|estate|esq|erni|ericsson|equipment|)"
    R"(epson|epost|enterprises|engineering|engineer|energy|emerck|email|education|edu|edeka|eco|eat|)"
    R"(earth|dvr|dvag|durban|dupont|duns|dunlop|duck|dubai|dtv|drive|download|dot|doosan|domains|doha|)"
    R"(dog|dodge|doctor|docs|dnp|diy|dish|discover|discount|directory|direct|digital|diet|diamonds|dhl|)"
    R"(dev|design|desi|dentist|dental|democrat|delta|deloitte|dell|delivery|degree|deals|dealer|deal|)"
    R"(dds|dclk|day|datsun|dating|date|data|dance|dad|dabur|cyou|cymru|cuisinella|csc|cruises|cruise|)"
    R"(crs|crown|cricket|creditunion|creditcard|credit|cpa|courses|coupons|coupon|country|corsica|coop|)"
    R"(cool|cookingchannel|cooking|contractors|contact|consulting|construction|condos|comsec|computer|)"
    R"(compare|company|community|commbank|comcast|com|cologne|college|coffee|codes|coach|clubmed|club|)"
    R"(cloud|clothing|clinique|clinic|click|cleaning|claims|cityeats|city|citic|citi|citadel|cisco|)"
    R"(circle|cipriani|church|chrysler|chrome|christmas|chloe|chintai|cheap|chat|chase|charity|channel|)"
    R"(chanel|cfd|cfa|cern|ceo|center|ceb|cbs|cbre|cbn|cba|catholic|catering|cat|casino|cash|caseih|)"
    R"(case|casa|cartier|cars|careers|career|care|cards|caravan|car|capitalone|capital|capetown|canon|)"
    R"(cancerresearch|camp|camera|cam|calvinklein|call|cal|cafe|cab|bzh|buzz|buy|business|builders|)"
    R"(build|bugatti|budapest|brussels|brother|broker|broadway|bridgestone|bradesco|box|boutique|bot|)"
    R"(boston|bostik|bosch|boots|booking|book|boo|bond|bom|bofa|boehringer|boats|bnpparibas|bnl|bmw|bms|)"
    R"(blue|bloomberg|blog|blockbuster|blanco|blackfriday|black|biz|bio|bingo|bing|bike|bid|bible|)"
    R"(bharti|bet|bestbuy|best|berlin|bentley|beer|beauty|beats|bcn|bcg|bbva|bbt|bbc|bayern|bauhaus|)"
    R"(basketball|baseball|bargains|barefoot|barclays|barclaycard|barcelona|bar|bank|band|)"
    R"(bananarepublic|banamex|baidu|baby|azure|axa|aws|avianca|autos|auto|author|auspost|audio|audible|)"
    R"(audi|auction|attorney|athleta|associates|asia|asda|arte|art|arpa|army|archi|aramco|arab|)"
    R"(aquarelle|apple|app|apartments|aol|anz|anquan|android|analytics|amsterdam|amica|amfam|amex|)"
    R"(americanfamily|americanexpress|alstom|alsace|ally|allstate|allfinanz|alipay|alibaba|alfaromeo|)"
    R"(akdn|airtel|airforce|airbus|aigo|aig|agency|agakhan|africa|afl|afamilycompany|aetna|aero|aeg|)"
    R"(adult|ads|adac|actor|active|aco|accountants|accountant|accenture|academy|abudhabi|abogado|able|)"
    R"(abc|abbvie|abbott|abb|abarth|aarp|aaa|onion|한국|香港|澳門|新加坡|台灣|台湾|中國|)"
    R"(中国|გე|ລາວ|ไทย|ලංකා|ഭാരതം|ಭಾರತ|భారత్|)"
    R"(சிங்கப்பூர்|இலங்கை|இந்தியா|ଭାରତ|)"
    R"(ભારત|ਭਾਰਤ|ভাৰত|ভারত|বাংলা|भारोत|)"
    R"(भारतम्|भारत|ڀارت|پاکستان|موريتانيا|مليسيا|مصر|)"
    R"(قطر|فلسطين|عمان|عراق|سورية|سودان|تونس|بھارت|بارت|)"
    R"(ایران|امارات|المغرب|السعودية|الجزائر|البحرين|الاردن|)"
    R"(հայ|қаз|укр|срб|рф|мон|мкд|ею|бел|бг|ευ|ελ|zw|zm|za|yt|ye|ws|wf|)"
    R"(vu|vn|vi|vg|ve|vc|va|uz|uy|us|um|uk|ug|ua|tz|tw|tv|tt|tr|tp|to|tn|tm|tl|tk|tj|th|tg|tf|td|tc|sz|)"
    R"(sy|sx|sv|su|st|ss|sr|so|sn|sm|sl|sk|sj|si|sh|sg|se|sd|sc|sb|sa|rw|ru|rs|ro|re|qa|py|pw|pt|ps|pr|)"
    R"(pn|pm|pl|pk|ph|pg|pf|pe|pa|om|nz|nu|nr|np|no|nl|ni|ng|nf|ne|nc|na|mz|my|mx|mw|mv|mu|mt|ms|mr|mq|)"
    R"(mp|mo|mn|mm|ml|mk|mh|mg|mf|me|md|mc|ma|ly|lv|lu|lt|ls|lr|lk|li|lc|lb|la|kz|ky|kw|kr|kp|kn|km|ki|)"
    R"(kh|kg|ke|jp|jo|jm|je|it|is|ir|iq|io|in|im|il|ie|id|hu|ht|hr|hn|hm|hk|gy|gw|gu|gt|gs|gr|gq|gp|gn|)"
    R"(gm|gl|gi|gh|gg|gf|ge|gd|gb|ga|fr|fo|fm|fk|fj|fi|eu|et|es|er|eh|eg|ee|ec|dz|do|dm|dk|dj|de|cz|cy|)"
    R"(cx|cw|cv|cu|cr|co|cn|cm|cl|ck|ci|ch|cg|cf|cd|cc|ca|bz|by|bw|bv|bt|bs|br|bq|bo|bn|bm|bl|bj|bi|bh|)"
    R"(bg|bf|be|bd|bb|ba|az|ax|aw|au|at|as|ar|aq|ao|an|am|al|ai|ag|af|ae|ad|ac)";

constexpr char kEmoji[] =
    R"((?:[\U0001F468\U0001F469])(?:[\U0001F3FB-\U0001F3FF])?\u200d(?:\u2695\ufe0f|\u2696\ufe0f|)"
    R"(\u2708\ufe0f|[\U0001F33E\U0001F373\U0001F393\U0001F3A4\U0001F3A8\U0001F3EB\U0001F3ED]|[)"
    R"(\U0001F4BB\U0001F4BC\U0001F527\U0001F52C\U0001F680\U0001F692]|[\U0001F9B0-\U0001F9B3])|(?:[)"
    R"(\U0001F3CB\U0001F3CC]|[\U0001F574\U0001F575]|\u26f9)(?:(?:[\U0001F3FB-\U0001F3FF]|\ufe0f))"
    R"(\u200d[\u2640\u2642]\ufe0f)|(?:[\U0001F3C3\U0001F3C4\U0001F3CA]|[\U0001F46E\U0001F471)"
    R"(\U0001F473\U0001F477\U0001F481\U0001F482\U0001F486\U0001F487\U0001F645-\U0001F647\U0001F64B)"
    R"(\U0001F64D\U0001F64E\U0001F6A3\U0001F6B4-\U0001F6B6]|[\U0001F926\U0001F935\U0001F937-)"
    R"(\U0001F939\U0001F93D\U0001F93E\U0001F9B8\U0001F9B9\U0001F9D6-\U0001F9DD])(?:[\U0001F3FB-)"
    R"(\U0001F3FF])?\u200d[\u2640\u2642]\ufe0f|(?:\U0001F468\u200d\u2764\ufe0f\u200d\U0001F48B)"
    R"(\u200d\U0001F468|\U0001F468\u200d\U0001F468\u200d\U0001F466\u200d\U0001F466|\U0001F468\u200d)"
    R"(\U0001F468\u200d\U0001F467\u200d[\U0001F466\U0001F467]|\U0001F468\u200d\U0001F469\u200d)"
    R"(\U0001F466\u200d\U0001F466|\U0001F468\u200d\U0001F469\u200d\U0001F467\u200d[\U0001F466)"
    R"(\U0001F467]|\U0001F469\u200d\u2764\ufe0f\u200d\U0001F48B\u200d[\U0001F468\U0001F469]|)"
    R"(\U0001F469\u200d\U0001F469\u200d\U0001F466\u200d\U0001F466|\U0001F469\u200d\U0001F469\u200d)"
    R"(\U0001F467\u200d[\U0001F466\U0001F467]|\U0001F468\u200d\u2764\ufe0f\u200d\U0001F468|)"
    R"(\U0001F468\u200d\U0001F466\u200d\U0001F466|\U0001F468\u200d\U0001F467\u200d[\U0001F466)"
    R"(\U0001F467]|\U0001F468\u200d\U0001F468\u200d[\U0001F466\U0001F467]|\U0001F468\u200d)"
    R"(\U0001F469\u200d[\U0001F466\U0001F467]|\U0001F469\u200d\u2764\ufe0f\u200d[\U0001F468)"
    R"(\U0001F469]|\U0001F469\u200d\U0001F466\u200d\U0001F466|\U0001F469\u200d\U0001F467\u200d[)"
    R"(\U0001F466\U0001F467]|\U0001F469\u200d\U0001F469\u200d[\U0001F466\U0001F467]|\U0001F3F3)"
    R"(\ufe0f\u200d\U0001F308|\U0001F3F4\u200d\u2620\ufe0f|\U0001F441\u200d\U0001F5E8|\U0001F468)"
    R"(\u200d[\U0001F466\U0001F467]|\U0001F469\u200d[\U0001F466\U0001F467]|\U0001F46F\u200d\u2640)"
    R"(\ufe0f|\U0001F46F\u200d\u2642\ufe0f|\U0001F93C\u200d\u2640\ufe0f|\U0001F93C\u200d\u2642)"
    R"(\ufe0f|\U0001F9DE\u200d\u2640\ufe0f|\U0001F9DE\u200d\u2642\ufe0f|\U0001F9DF\u200d\u2640)"
    R"(\ufe0f|\U0001F9DF\u200d\u2642\ufe0f)|[#*0-9]\ufe0f?\u20e3|(?:[\u00A9\u00AE\u2122\u265f])"
    R"(\ufe0f)|(?:[\U0001F004\U0001F170\U0001F171\U0001F17E\U0001F17F\U0001F202\U0001F21A\U0001F22F)"
    R"(\U0001F237\U0001F321\U0001F324-\U0001F32C\U0001F336\U0001F37D\U0001F396\U0001F397\U0001F399-)"
    R"(\U0001F39B\U0001F39E\U0001F39F\U0001F3CD\U0001F3CE\U0001F3D4-\U0001F3DF\U0001F3F3\U0001F3F5)"
    R"(\U0001F3F7]|[\U0001F43F\U0001F441\U0001F4FD\U0001F549\U0001F54A\U0001F56F\U0001F570)"
    R"(\U0001F573\U0001F576-\U0001F579\U0001F587\U0001F58A-\U0001F58D\U0001F5A5\U0001F5A8\U0001F5B1)"
    R"(\U0001F5B2\U0001F5BC\U0001F5C2-\U0001F5C4\U0001F5D1-\U0001F5D3\U0001F5DC-\U0001F5DE)"
    R"(\U0001F5E1\U0001F5E3\U0001F5E8\U0001F5EF\U0001F5F3\U0001F5FA\U0001F6CB\U0001F6CD-\U0001F6CF)"
    R"(\U0001F6E0-\U0001F6E5\U0001F6E9\U0001F6F0\U0001F6F3]|[\u203c\u2049\u2139\u2194-\u2199\u21a9)"
    R"(\u21aa\u231a\u231b\u2328\u23cf\u23ed-\u23ef\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6)"
    R"(\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u2620\u2622\u2623\u2626\u262a)"
    R"(\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u2660\u2663\u2665\u2666\u2668\u267b\u267f)"
    R"(\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5)"
    R"(\u26c8\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f8\u26fa\u26fd\u2702\u2708\u2709)"
    R"(\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u2764\u27a1\u2934)"
    R"(\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299])(?:\ufe0f|(?!)"
    R"(\ufe0e))|(?:(?:[\U0001F3CB\U0001F3CC]|[\U0001F574\U0001F575\U0001F590]|[\u261d\u26f7\u26f9)"
    R"(\u270c\u270d])(?:\ufe0f|(?!\ufe0e))|(?:[\U0001F385\U0001F3C2-\U0001F3C4\U0001F3C7)"
    R"(\U0001F3CA]|[\U0001F442\U0001F443\U0001F446-\U0001F450\U0001F466-\U0001F469\U0001F46E)"
    R"(\U0001F470-\U0001F478\U0001F47C\U0001F481-\U0001F483\U0001F485-\U0001F487\U0001F4AA)"
    R"(\U0001F57A\U0001F595\U0001F596\U0001F645-\U0001F647\U0001F64B-\U0001F64F\U0001F6A3)"
    R"(\U0001F6B4-\U0001F6B6\U0001F6C0\U0001F6CC]|[\U0001F918-\U0001F91C\U0001F91E\U0001F91F)"
    R"(\U0001F926\U0001F930-\U0001F939\U0001F93D\U0001F93E\U0001F9B5\U0001F9B6\U0001F9B8\U0001F9B9)"
    R"(\U0001F9D1-\U0001F9DD]|[\u270a\u270b]))(?:[\U0001F3FB-\U0001F3FF])?|(?:\U0001F3F4\U000E0067)"
    R"(\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F|\U0001F3F4\U000E0067\U000E0062\U000E0073)"
    R"(\U000E0063\U000E0074\U000E007F|\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073)"
    R"(\U000E007F|\U0001F1E6[\U0001F1E8-\U0001F1EC\U0001F1EE\U0001F1F1\U0001F1F2\U0001F1F4)"
    R"(\U0001F1F6-\U0001F1FA\U0001F1FC\U0001F1FD\U0001F1FF]|\U0001F1E7[\U0001F1E6\U0001F1E7)"
    R"(\U0001F1E9-\U0001F1EF\U0001F1F1-\U0001F1F4\U0001F1F6-\U0001F1F9\U0001F1FB\U0001F1FC)"
    R"(\U0001F1FE\U0001F1FF]|\U0001F1E8[\U0001F1E6\U0001F1E8\U0001F1E9\U0001F1EB-\U0001F1EE)"
    R"(\U0001F1F0-\U0001F1F5\U0001F1F7\U0001F1FA-\U0001F1FF]|\U0001F1E9[\U0001F1EA\U0001F1EC)"
    R"(\U0001F1EF\U0001F1F0\U0001F1F2\U0001F1F4\U0001F1FF]|\U0001F1EA[\U0001F1E6\U0001F1E8)"
    R"(\U0001F1EA\U0001F1EC\U0001F1ED\U0001F1F7-\U0001F1FA]|\U0001F1EB[\U0001F1EE-\U0001F1F0)"
    R"(\U0001F1F2\U0001F1F4\U0001F1F7]|\U0001F1EC[\U0001F1E6\U0001F1E7\U0001F1E9-\U0001F1EE)"
    R"(\U0001F1F1-\U0001F1F3\U0001F1F5-\U0001F1FA\U0001F1FC\U0001F1FE]|\U0001F1ED[\U0001F1F0)"
    R"(\U0001F1F2\U0001F1F3\U0001F1F7\U0001F1F9\U0001F1FA]|\U0001F1EE[\U0001F1E8-\U0001F1EA)"
    R"(\U0001F1F1-\U0001F1F4\U0001F1F6-\U0001F1F9]|\U0001F1EF[\U0001F1EA\U0001F1F2\U0001F1F4)"
    R"(\U0001F1F5]|\U0001F1F0[\U0001F1EA\U0001F1EC-\U0001F1EE\U0001F1F2\U0001F1F3\U0001F1F5)"
    R"(\U0001F1F7\U0001F1FC\U0001F1FE\U0001F1FF]|\U0001F1F1[\U0001F1E6-\U0001F1E8\U0001F1EE)"
    R"(\U0001F1F0\U0001F1F7-\U0001F1FB\U0001F1FE]|\U0001F1F2[\U0001F1E6\U0001F1E8-\U0001F1ED)"
    R"(\U0001F1F0-\U0001F1FF]|\U0001F1F3[\U0001F1E6\U0001F1E8\U0001F1EA-\U0001F1EC\U0001F1EE)"
    R"(\U0001F1F1\U0001F1F4\U0001F1F5\U0001F1F7\U0001F1FA\U0001F1FF]|\U0001F1F4\U0001F1F2|)"
    R"(\U0001F1F5[\U0001F1E6\U0001F1EA-\U0001F1ED\U0001F1F0-\U0001F1F3\U0001F1F7-\U0001F1F9)"
    R"(\U0001F1FC\U0001F1FE]|\U0001F1F6\U0001F1E6|\U0001F1F7[\U0001F1EA\U0001F1F4\U0001F1F8)"
    R"(\U0001F1FA\U0001F1FC]|\U0001F1F8[\U0001F1E6-\U0001F1EA\U0001F1EC-\U0001F1F4\U0001F1F7-)"
    R"(\U0001F1F9\U0001F1FB\U0001F1FD-\U0001F1FF]|\U0001F1F9[\U0001F1E6\U0001F1E8\U0001F1E9)"
    R"(\U0001F1EB-\U0001F1ED\U0001F1EF-\U0001F1F4\U0001F1F7\U0001F1F9\U0001F1FB\U0001F1FC)"
    R"(\U0001F1FF]|\U0001F1FA[\U0001F1E6\U0001F1EC\U0001F1F2\U0001F1F3\U0001F1F8\U0001F1FE)"
    R"(\U0001F1FF]|\U0001F1FB[\U0001F1E6\U0001F1E8\U0001F1EA\U0001F1EC\U0001F1EE\U0001F1F3)"
    R"(\U0001F1FA]|\U0001F1FC[\U0001F1EB\U0001F1F8]|\U0001F1FD\U0001F1F0|\U0001F1FE[\U0001F1EA)"
    R"(\U0001F1F9]|\U0001F1FF[\U0001F1E6\U0001F1F2\U0001F1FC]|[\U0001F0CF\U0001F18E\U0001F191-)"
    R"(\U0001F19A\U0001F1E6-\U0001F1FF\U0001F201\U0001F232-\U0001F236\U0001F238-\U0001F23A)"
    R"(\U0001F250\U0001F251\U0001F300-\U0001F320\U0001F32D-\U0001F335\U0001F337-\U0001F37C)"
    R"(\U0001F37E-\U0001F384\U0001F386-\U0001F393\U0001F3A0-\U0001F3C1\U0001F3C5\U0001F3C6)"
    R"(\U0001F3C8\U0001F3C9\U0001F3CF-\U0001F3D3\U0001F3E0-\U0001F3F0\U0001F3F4\U0001F3F8-)"
    R"(\U0001F3FF]|[\U0001F400-\U0001F43E\U0001F440\U0001F444\U0001F445\U0001F451-\U0001F465)"
    R"(\U0001F46A-\U0001F46D\U0001F46F\U0001F479-\U0001F47B\U0001F47D-\U0001F480\U0001F484)"
    R"(\U0001F488-\U0001F4A9\U0001F4AB-\U0001F4FC\U0001F4FF-\U0001F53D\U0001F54B-\U0001F54E)"
    R"(\U0001F550-\U0001F567\U0001F5A4\U0001F5FB-\U0001F644\U0001F648-\U0001F64A\U0001F680-)"
    R"(\U0001F6A2\U0001F6A4-\U0001F6B3\U0001F6B7-\U0001F6BF\U0001F6C1-\U0001F6C5\U0001F6D0-)"
    R"(\U0001F6D2\U0001F6EB\U0001F6EC\U0001F6F4-\U0001F6F9]|[\U0001F910-\U0001F917\U0001F91D)"
    R"(\U0001F920-\U0001F925\U0001F927-\U0001F92F\U0001F93A\U0001F93C\U0001F940-\U0001F945)"
    R"(\U0001F947-\U0001F970\U0001F973-\U0001F976\U0001F97A\U0001F97C-\U0001F9A2\U0001F9B4)"
    R"(\U0001F9B7\U0001F9C0-\U0001F9C2\U0001F9D0\U0001F9DE-\U0001F9FF]|[\u23e9-\u23ec\u23f0\u23f3)"
    R"(\u267e\u26ce\u2705\u2728\u274c\u274e\u2753-\u2755\u2795-\u2797\u27b0\u27bf\ue50a])|\ufe0f)";

// Between the brackets of a set:
constexpr char kDirections[] = R"(\u202A-\u202E\u061C\u200E\u200F\u2066\u2067\u2068\u2069)";
constexpr char kNeverValid[] = R"(\uFFFE\uFEFF\uFFFF)";
constexpr char kNotOfDomains[] =
    R"(/\!'#%\&'\(\)*\+,\\\-\.\/:;<=>\?@\[\]\^_\{|\}~\$\x09-\x0D\x20\x85\xA0\u1680\u180E\u2000-\u200A\u2028)"
    R"(\u2029\u202F\u205F\u3000\uFFFE\uFEFF\uFFFF\u202A-\u202E\u061C\u200E\u200F\u2066\u2067\u2068\u2069)";
constexpr char kLatinAccents[] =
    R"(\xC0-\xD6\xD8-\xF6\xF8-\xFF\u0100-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272)"
    R"(\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF)";
constexpr char kCyrillic[] = R"(\u0400-\u04FF)";

std::string top_level_domain() {
  return std::string("(?:(?:") + kTopLevelDomains + R"()(?=[^0-9a-zA-Z@+\-]|\z)|xn--[\-0-9a-z]+))";
}

std::string domain() {
  const std::string letter = std::string("[^") + kNotOfDomains + "]";
  const auto label = [&letter](const std::string& between) {
    return "(?:(?:" + letter + "(?:" + between + "|" + letter + ")*)?" + letter + R"(\.))";
  };
  return label(R"([_\-])") + "*" + label("-") + top_level_domain();
}

std::string path() {
  const std::string letter =
      std::string(R"([a-z0-9!\*';:=\+,\.\$\/%#\[\]\-\u2013_~@\|\&)") + kCyrillic + kLatinAccents + "]";
  const std::string last = std::string(R"([\+\-a-z0-9=_#\/)") + kCyrillic + kLatinAccents + "]";
  const std::string in_parentheses =
      R"(\((?:)" + letter + "+|(?:" + letter + R"(*\()" + letter + R"(+\))" + letter + R"(*))\))";
  return "(?:(?:" + letter + "*(?:" + in_parentheses + letter + "*)*(?:" + last + "|" + in_parentheses +
         "))|(?:@" + letter + R"(+\/)))";
}

std::string query() { return R"((?:\?[a-z0-9!\?\*'@\(\);:\&=\+\$\/%#\[\]\-_\.,~|]*[a-z0-9\-_\&=#\/])?)"; }

}  // namespace

std::string post_address_pattern() {
  const std::string before =
      std::string("(?:[^A-Za-z0-9@\uFF20\\$#\uFF03") + kNeverValid + "]|[" + kDirections + "]|^)";
  return "(" + before + R"()((https?:\/\/)?()" + domain() + ")(?::[0-9]+)?" + R"((\/)" + path() + "*)?" +
         query() + ")";
}

std::string post_ascii_domain_pattern() {
  return std::string(R"((?:(?:[\-a-z0-9)") + kLatinAccents + R"(]+)\.)+)" + top_level_domain();
}

std::string post_own_address_pattern() { return std::string(R"(^https?:\/\/t\.co\/([a-z0-9]+))") + query(); }

std::string post_emoji_pattern() { return kEmoji; }

}  // namespace signpost
