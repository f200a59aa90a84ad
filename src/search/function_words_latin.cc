// function_words_latin.cc - function words of languages that are written in Latin letters;
// function_word_lists.h says what they are. Tested by tests/unit/search/function_words_test.cc.
#include "search/function_words_latin.h"

namespace signpost {
namespace {

constexpr FunctionWordList kLatin[] = {
    {"af",
     "die n en of maar dat wat as omdat terwyl want ek jy u hy sy dit ons julle hulle my jou hom haar hul "
     "hierdie daardie in op aan van vir met by na uit oor onder tot om deur teen sonder tussen sedert "
     "tydens te is was wees het had word kan kon moet mag sal sou wil doen laat nie geen ook nog al baie "
     "meer hier daar so elke alle ander wie waar wanneer waarom hoekom hoe watter hoeveel asseblief"},
    {"ca",
     "el la els les lo un una uns unes l al als del dels pel pels d de a en amb per sense sobre sota entre "
     "fins des contra durant cap i o però ni que si perquè com quan mentre jo tu ell ella nosaltres "
     "vosaltres ells elles vostè em et es ens us m t s n li hi ho meu meva teu teva seu seva nostre nostra "
     "vostre vostra aquest aquesta aquests aquestes aquell aquella això allò és són sóc soc era eren ha "
     "han he has havia estat ser està estan estar haver fa fer pot puc podem poden poder cal deu no també "
     "ja més molt tot tota tots totes altre altra altres mateix què qui quin quina quins quines on quant "
     "quanta quants quantes"},
    {"cs",
     "a i nebo či ale však že aby kdyby když pokud protože neboť jak než tedy já ty on ona ono my vy oni "
     "mě mne mi mně tě ti jeho ho mu jemu jí ji jej ní něm nás nám vás vám jich jim nimi se si sebe můj "
     "moje moji tvůj svůj svou své svého náš naše váš vaše její jejich ten ta to toho té těch tomu tom tím "
     "tato toto tyto tento tohoto této který která které kteří kterého kterou kterých kterým jenž v ve z "
     "ze na do od po pod nad před přes při za o u pro bez mezi k ke ku s podle během kolem kvůli je jsou "
     "byl byla bylo byli být bude budou jsem jsi jsme jste má mám máte mají může mohu můžete mohou lze "
     "musí ne ano také jen už ještě velmi více zde tam všechny vše každý každá každé jiný jiná jiné co kdo "
     "koho komu kým čeho čemu čím kde kam odkud kdy proč kolik jaký jaká jaké jakých čí prosím mou naši "
     "vaši"},
    {"da",
     "en et den det de og eller men for at som om når da mens fordi end hvis jeg du han hun vi man mig dig "
     "sig ham hende os jer dem min mit mine din dit dine sin sit sine hans hendes vores jeres deres denne "
     "dette disse der i på af til fra med ved under over efter før gennem mellem mod hos uden ud ind er "
     "var været være bliver blev blive har havde have kan kunne skal skulle vil ville må måtte får fik gør "
     "gøre findes ikke også kun her så meget mere alle alt nogen noget nogle hver anden andre samme hvad "
     "hvem hvilke hvilken hvilket hvor hvornår hvorfor hvordan"},
    {"de",
     "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner und oder "
     "aber denn sondern doch weil dass daß wenn ob als wie damit ich du er sie es wir ihr mich dich sich "
     "uns euch ihn ihm ihnen mir dir mein meine meinen meinem meiner dein deine sein seine seinen seiner "
     "ihre ihren ihrem ihrer unser unsere euer eure dieser diese dieses diesen diesem jener jene jedes "
     "jeder jede jeden jedem alle allen aller man etwas in im ins an am auf aus bei beim mit nach seit von "
     "vom zu zum zur bis durch für gegen ohne um über unter vor vorm hinter neben zwischen während wegen "
     "trotz ab ist sind bin bist war waren wäre gewesen hat habe haben hast hatte hatten hätte wird werden "
     "werde wurde wurden worden würde kann kannst können könnte muss musst müssen soll sollen sollte darf "
     "dürfen mag möchte möchten will wollen lassen lässt nicht auch nur noch schon sehr mehr so hier da "
     "dort dann also mal bitte was wer wen wem wessen wo wohin woher wann warum wieso weshalb welche "
     "welcher welches welchen welchem wieviel wieviele womit wofür wodurch woran wozu"},
    {"es",
     "el la los las lo un una unos unas al del y e o u pero sino ni que si porque pues como cuando aunque "
     "mientras yo tú él ella ello nosotros vosotros ellos ellas usted ustedes me te se nos os le les mí ti "
     "sí mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro este esta estos estas esto ese esa "
     "esos esas eso aquel aquella aquellos aquello a ante bajo con contra de desde durante en entre hacia "
     "hasta mediante para por según sin sobre tras es son soy eres somos era eran fue fueron sido ser será "
     "sería estoy está están estaba estado estar he has ha hemos han había haber hay hace hacer hago puedo "
     "puede puedes pueden podemos poder debo debe deben deber tengo tiene tienen tener quiero no también "
     "ya más muy tan todo toda todos todas otro otra otros otras mismo misma aquí allí así qué quién "
     "quiénes quien quienes cuál cuáles cual cuales cuándo cómo dónde donde adónde cuánto cuánta cuántos "
     "cuántas cuanto cuyo cuya favor"},
    {"et",
     "ja või aga kuid ning et kui sest kuigi nagu ka mina ma sina sa tema ta meie me teie te nemad nad "
     "mind sind teda meid teid neid minu mu sinu su nende mulle sulle talle see need selle seda kes mis "
     "kelle mille keda mida kus kust kuhu millal miks kuidas mitu palju milline millised missugune on oli "
     "olid olen oled oleme olete olla olnud oleks ei ole pole saab saan saavad võib peab pean tuleb ainult "
     "veel juba väga rohkem siin seal kõik iga muu teine sama jaoks kohta poolt läbi pärast enne üle alla "
     "ilma koos vastu vahel kuni palun"},
    {"eu",
     "eta edo baina ala ez bai bera hau hori hura hauek horiek haiek honek horrek hark honen horren haren "
     "hauen horien haien ni zu gu zuek nik zuk guk nire zure gure zuen bere beren bat batek baten batean "
     "batzuk guztiak guztia dena hainbat beste da dira naiz zara gara zarete zen ziren izan du dute dut "
     "duzu dugu zuten dago daude zegoen egon daiteke ditu dituzte egin zer nor nork nori noren zein zeinek "
     "non nondik nora noiz zergatik nola zenbat zenbatek zertarako baita ere baino bezala arte gabe "
     "gainean azpian artean ondoren aurretik bidez buruz kontra oso gehiago bakarrik"},
    {"fi",
     "ja tai vai mutta sekä että jos kun koska vaikka kuin niin joten sillä eli myös minä sinä hän me te "
     "he se ne tämä tuo nämä nuo minun sinun hänen meidän teidän heidän sen niiden tämän tuon näiden minut "
     "minua sinua häntä sitä niitä tätä tässä siinä tästä siitä tähän siihen joka jotka jonka joiden jota "
     "joita jossa joissa josta joista johon mikä mitkä mitä minkä missä mistä mihin milloin miksi miten "
     "kuka ketkä kenen ketä kuinka kumpi montako paljonko millainen minne on ovat olen olet olemme olette "
     "oli olivat ollut olleet olla ole ei en et emme ette eivät eikä voi voin voit voivat voida voiko "
     "pitää täytyy tulee saa onko kanssa ilman ennen jälkeen aikana mukaan kautta välillä kohti vastaan "
     "asti saakka varten takia vain jo vielä nyt siellä täällä kaikki jokin joku muu muut sama"},
    {"fr",
     "le la les l un une des du de d au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos "
     "votre vos leur leurs et ou mais donc or ni car que qu si comme quand lorsque lorsqu puisque parce "
     "afin je j tu il elle on nous vous ils elles me m te t se s lui eux moi toi soi y en celui celle ceux "
     "celles ceci cela ça c à dans par pour sur sous avec sans chez entre vers depuis pendant avant après "
     "contre dès jusque jusqu selon est sont suis es sommes êtes était étaient été être sera serait ai as "
     "a avons avez ont avait avaient avoir aura eu fait faire fais peut peux peuvent pouvez pouvons "
     "pouvoir doit dois doivent devez devoir faut veux voudrais ne n pas plus aussi très bien tout toute "
     "tous toutes même ici là alors puis quoi qui dont où comment pourquoi combien quel quelle quels "
     "quelles lequel laquelle lesquels lesquelles quelqu quelque quelques svp merci"},
    {"ga",
     "an na a agus nó ach go má dá mar nuair cé ná mé tú sé sí muid sinn sibh siad é í iad mo do ár bhur "
     "seo sin siúd ar as ag le leis de den don faoi i in ins sa san ó ón roimh thar trí um chun idir gan "
     "dtí is ba bhí tá níl raibh beidh bheith bíonn atá nach ní níor bhfuil féidir agam agat aige aici "
     "againn agaibh acu orm ort air uirthi orainn orthu dom duit dó di dúinn dóibh leat liom leo cad céard "
     "cá conas cathain cén fáth mhéad cérbh gach eile freisin anseo ansin"},
    {"hu",
     "a az egy és vagy de hanem hogy ha mert mint mivel bár amikor míg pedig illetve is sem én te ő mi ti "
     "ők engem téged őt minket titeket őket nekem neked neki nekünk nektek nekik ez ezek azok ezt azt "
     "ennek annak ebben abban erre arra azokat aki akik ami amik amely amelyek amelyet amelynek ki kik kit "
     "kinek mit minek miben mire miért hogyan mikor hol hova hová honnan melyik melyek milyen mennyi hány "
     "hányan mely kié van vannak volt voltak vagyok lesz lesznek lenne lett nincs legyen lehet kell tud "
     "nem ne igen csak még már itt ott így úgy nagyon több minden mindegyik más alatt fölött felett "
     "mellett között után előtt nélkül által szerint miatt felé ellen iránt kívül belül"},
    {"id",
     "dan atau tetapi tapi namun serta bahwa jika kalau bila karena sebab agar supaya sehingga ketika saat "
     "sementara walaupun meskipun seperti sebagai daripada saya aku anda kamu dia ia kami kita mereka "
     "beliau ini itu tersebut yang nya di ke dari pada dalam untuk bagi dengan tanpa oleh tentang terhadap "
     "antara sampai hingga sejak selama melalui setelah sesudah sebelum atas bawah adalah ialah merupakan "
     "ada akan telah sudah sedang masih belum dapat bisa boleh harus perlu menjadi tidak bukan jangan juga "
     "hanya saja lagi sangat lebih paling semua setiap para sebuah seorang suatu lain apa apakah siapa "
     "siapakah mana dimana kemana darimana kapan mengapa kenapa bagaimana berapa manakah silakan tolong"},
    {"is",
     "og eða en að sem ef þegar því ég þú hann hún það við þið þeir þær þau mig þig hana okkur ykkur þá "
     "mér þér honum henni þeim mín þín sín hans hennar okkar ykkar þeirra minn þinn sinn þessi þetta "
     "þessar sá sú í á af til frá með undir yfir eftir fyrir um gegnum milli móti hjá án úr er eru var "
     "voru verið vera verður verða hefur hafa hafði get getur geta má skal mun vil þarf ekki líka bara hér "
     "þar svo mjög meira allir allt hver annar sami hvað hverjir hverju hvaða hvar hvert hvenær hvers "
     "vegna hvernig hve"},
    {"it",
     "il lo la i gli le l un uno una al allo alla ai agli alle del dello della dei degli delle dal dallo "
     "dalla dai dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col di a da in "
     "con su per tra fra e ed o od ma né che se perché poiché come quando mentre anche io tu egli lui lei "
     "esso essa noi voi essi loro mi ti si ci vi me te sé ne li mio mia miei mie tuo tua tuoi tue suo sua "
     "suoi sue nostro nostra nostri nostre vostro vostra vostri vostre questo questa questi queste quello "
     "quella quelli quelle quel quei ciò è sono sei siamo siete era erano fu furono stato stata stati "
     "essere sarà sarebbe sia ho hai ha abbiamo avete hanno aveva avere fa fare faccio può posso puoi "
     "possono possiamo potete deve devo devi devono dovere voglio non più molto già così qui là tutto "
     "tutta tutti tutte ogni altro altra altri altre stesso stessa senza sotto sopra verso dopo prima "
     "durante contro chi cosa quale quali qual dove dov quanto quanta quanti quante cui favore"},
    {"lt",
     "ir ar arba bet o tačiau kad jog jei jeigu kai kada nes todėl kaip nors aš tu jis ji mes jūs jie jos "
     "mane man tave tau jį ją jam jai jo mus mums jus jums juos jas jiems joms jų save sau savo mano tavo "
     "mūsų jūsų šis ši tas ta tai šie šios tie tos šio to šį tą kuris kuri kurie kurios kurį kurią kurio "
     "kuriam kurių į iš su be prie per po už nuo iki dėl apie ant tarp prieš pagal pas pro virš yra buvo "
     "bus būti esu esi esame buvau būtų galima gali galiu reikia turi turiu ne nėra taip tik dar jau labai "
     "daugiau čia ten visi visos viskas kiekvienas kitas kita kiti pats kas ką ko kam kuo kur kodėl kiek "
     "koks kokia kokie kokios kokį kieno prašau"},
    {"lv",
     "un vai bet ka ja kad jo tāpēc kā lai gan arī es tu viņš viņa mēs jūs viņi viņas mani man tevi tev "
     "viņu viņam viņai mūs mums jums viņus viņiem sevi sev savu savs mans mana tavs jūsu mūsu šis šī tas "
     "tā tie tās šo to šajā tajā kurš kura kuri kuras kuru uz no ar bez pie pēc par pa līdz starp pirms "
     "caur pret zem virs ap ir bija būs būt esmu esi esam būtu var varu drīkst vajag jābūt ne nav jā tikai "
     "vēl jau ļoti vairāk šeit tur visi visas viss katrs cits cita kas ko kam kur kāpēc cik kāds kāda kādi "
     "kādas kādu kādā lūdzu"},
    {"ms",
     "dan atau tetapi tapi namun serta bahwa jika kalau bila karena sebab agar supaya sehingga ketika saat "
     "sementara walaupun meskipun seperti sebagai daripada saya aku anda kamu dia ia kami kita mereka "
     "beliau ini itu tersebut yang nya di ke dari pada dalam untuk bagi dengan tanpa oleh tentang terhadap "
     "antara sampai hingga sejak selama melalui setelah sesudah sebelum atas bawah adalah ialah merupakan "
     "ada akan telah sudah sedang masih belum dapat bisa boleh harus perlu menjadi tidak bukan jangan juga "
     "hanya saja lagi sangat lebih paling semua setiap para sebuah seorang suatu lain apa apakah siapa "
     "siapakah mana dimana kemana darimana kapan mengapa kenapa bagaimana berapa manakah silakan tolong "
     "awak engkau bagaimanakah bilakah berapakah kepada"},
    {"nl",
     "de het een der den des en of maar want dat die dit deze dan als omdat terwijl hoewel indien ik jij "
     "je u hij zij ze wij we jullie hen hun mij me jou hem haar ons onze mijn jouw uw zijn zich er in op "
     "aan van voor met bij naar uit over onder tot om door tegen zonder tussen na sinds tijdens te ter ten "
     "vanaf binnen buiten is ben bent was waren geweest heb hebt heeft hebben had hadden wordt word worden "
     "werd werden kan kun kunt kunnen kon moet moeten mag mogen zal zou zullen zouden wil wilt willen doe "
     "doet doen laat laten niet geen ook nog al wel zeer meer hier daar zo elk elke alle alles ander "
     "andere wat wie waar wanneer waarom hoe welk welke hoeveel waarmee waarvoor wiens alstublieft"},
    {"no",
     "en ei et den det de og eller men for at som om når da mens fordi enn hvis jeg eg du han hun ho vi me "
     "dere dykk man meg deg seg ham henne oss dem min mi mitt mine din ditt dine sin si sitt sine hans "
     "hennes vår vårt våre deres denne dette disse desse der i på av til frå fra med ved under over etter "
     "før gjennom mellom mot hos uten utan ut inn er var vært vore være vere blir ble blei bli har hadde "
     "ha hatt kan kunne skal skulle vil ville må måtte får fikk gjør gjøre gjer finnes ikke ikkje også "
     "bare berre her så mye meir mer alle alt noen noe nokon noko hver annen andre samme hva kva hvem kven "
     "hvilke hvilken hvilket hvor kvar hvorfor kvifor hvordan korleis"},
    {"pl",
     "i a oraz lub albo ale lecz że żeby aby by jeśli jeżeli gdy kiedy ponieważ bo choć jak więc niż czy "
     "ja ty on ona ono my wy oni one mnie mi cię ci go mu jej ją nim nią nas nam was wam ich im nimi się "
     "siebie sobie mój moja moje moich twój twoja swój swoja swoje swoim nasz nasza wasz jego ten ta to te "
     "tego tej tych temu tym tymi tę tamten taki taka takie który która które którzy którego której "
     "których którym którą w we z ze na do od ode po pod nad przed przez przy za o u dla bez między wśród "
     "wobec według oprócz podczas jest są był była było byli były być będzie będą jestem jesteś ma mam "
     "masz mają może można mogę możesz mogą trzeba należy został została zostało zostały nie tak też także "
     "tylko już jeszcze bardzo bardziej tu tam wszystko wszystkie każdy każda każde inny inna inne sam co "
     "kto kogo komu kim czego czemu czym gdzie skąd dokąd dlaczego ile ilu jaki jaka jakie jakich jakim "
     "czyj proszę moją swoją twoją waszą naszą"},
    {"pt",
     "o a os as um uma uns umas ao à aos às do da dos das no na nos nas num numa pelo pela pelos pelas dum "
     "duma e ou mas nem que se porque pois como quando embora enquanto eu tu ele ela nós vós eles elas "
     "você vocês me te lhe lhes vos mim ti si meu minha meus minhas teu tua seu sua seus suas nosso nossa "
     "nossos nossas este esta estes estas isto esse essa esses essas isso aquele aquela aqueles aquelas "
     "aquilo neste nesta nesse nessa deste desta desse dessa de em por para com sem sob sobre entre até "
     "desde após ante contra durante perante é são sou és somos era eram foi foram sido ser será seria "
     "está estão estou estava estar há havia haver tem têm tenho tinha ter faz fazer faço pode posso podem "
     "podemos poder deve devo devem dever quero não também já mais muito tão todo toda todos todas outro "
     "outra outros outras mesmo mesma aqui ali lá assim quem qual quais onde aonde quanto quanta quantos "
     "quantas cujo cuja quê favor"},
    {"ro",
     "un o unui unei niște unor al a ai ale cel cea cei cele celui celei celor lui lor ei și sau ori dar "
     "însă ci că căci deci deși fiindcă pentru deoarece dacă când cum unde cât câtă câți câte care căruia "
     "căreia cărora cine cui ce de în din dintr dintru într întru intr la pe cu fără prin printre între "
     "spre către despre după înainte până peste sub lângă asupra contra împotriva datorită conform decât "
     "eu tu el ea noi voi ele mine tine sine mă te se îl îi ne vă le mi ți îmi îți își și-a sa său săi "
     "sale meu mea mei mele tău ta tăi tale nostru noastră noștri noastre vostru voastră acest această "
     "acești aceste acestui acestei acestor acesta aceasta acestea aceștia acel acea acei acele acelui "
     "acelei acelor aceea acela este e sunt ești suntem sunteți era erau eram fi fie fost fiind am are "
     "avem aveți au avut avea aveau aș ar ați va vor vom veți vei să nu poate pot putea putem trebuie face "
     "tot toată toți toate fiecare orice oricare alt altă alți alte unele unii nimic nimeni ceva cineva "
     "vreun vreo același aceeași mai foarte prea doar numai chiar încă deja acum atunci aici acolo astfel "
     "așa asemenea nici da lam iam neam dintrun dintro intrun intro printrun printro rog rugăm s m l i v n "
     "c d p"},
    {"sk",
     "a i alebo či ale však že aby keby keď ak pretože lebo ako než teda ja ty on ona ono my vy oni ma mňa "
     "mi mne ťa ti jeho ho mu jemu jej ju ňom nej nás nám vás vám ich im nimi sa si seba môj moja moje "
     "tvoj svoj svoju svoje svojho náš naša váš vaša ten tá to tí tie toho tej tých tomu tom tým táto toto "
     "tieto tento ktorý ktorá ktoré ktorí ktorého ktorú ktorých ktorým v vo z zo na do od po pod nad pred "
     "cez pri za o u pre bez medzi k ku s so podľa počas okolo je sú bol bola bolo boli byť bude budú som "
     "sme ste má mám máte majú môže môžem môžete môžu možno musí nie áno tiež len už ešte veľmi viac tu "
     "tam všetky všetko každý každá každé iný iná iné čo kto koho komu kým čoho čomu čím kde kam odkiaľ "
     "kedy prečo koľko aký aká aké akých čí prosím"},
    {"sl",
     "in ali a pa ampak toda da če ko ker čeprav kot saj torej jaz ti on ona ono mi vi oni mene me tebe te "
     "njega ga njej jo nas nam vas vam njih jih jim njim se sebe si moj moja moje tvoj svoj svoja svoje "
     "naš vaš njegov njen ta to tega tej tem teh tisti kateri katera katero katerega katere katerih ki v z "
     "s na do od po pod nad pred pri za o brez med k h skozi zaradi proti čez je so bil bila bilo bili "
     "biti bo bodo sem smo ste ima imam imajo lahko more mora treba ne ni tudi samo že še zelo bolj tu tam "
     "vse vsi vsak vsaka drug drugi kaj kdo koga komu kje kam kod kdaj zakaj kako koliko kakšen kakšna "
     "kakšno čigav prosim"},
    {"sr",
     "i a ili ali nego već da ako jer kad kada dok iako kao te pa niti što ja ti on ona ono mi vi oni mene "
     "me tebe njega ga nje je njoj joj njemu mu nas nam vas vam njih ih njima im se sebe sebi si moj moja "
     "moje tvoj svoj svoja svoje svog naš vaš njegov njen njihov ovaj ova ovo ovi ove ovog ovih ovom taj "
     "ta to tog tih tom onaj onog koji koja koje kojeg kojih kojim kojoj kojem kojima u na o od do iz s sa "
     "za po pod nad pred pri bez među između kod k ka kroz prema zbog preko oko tokom tijekom nakon prije "
     "pre posle poslije su sam smo ste bio bila bilo bili biti bude budu jest jeste ima imam imaju može "
     "mogu možete mora treba hoće će ću ćemo ćete ne nije nisu nema takođe također samo još vrlo više ovde "
     "ovdje tamo sve svi svaki svaka drugi druga šta tko ko koga kome čega čemu čim gde gdje kuda odakle "
     "zašto kako koliko kakav kakva kakvo čiji molim и а или али него већ да ако јер кад када док иако као "
     "те па нити што ја ти он она оно ми ви они мене ме тебе њега га ње је њој јој њему му нас нам вас вам "
     "њих их њима им се себе себи мој моја моје твој свој своја своје свог наш ваш његов њен њихов овај "
     "ова ово ови ове овог ових овом тај та то тог тих том онај оног који која које којег којих којим "
     "којој којем којима у на о од до из с са за по под над пред при без међу између код к ка кроз према "
     "због преко око током након пре после су сам си смо сте био била било били бити буде буду јесте има "
     "имам имају може могу можете мора треба хоће ће ћу ћемо ћете не није нису нема такође само још врло "
     "више овде тамо све сви сваки свака други друга шта ко кога коме чега чему чим где куда одакле зашто "
     "како колико какав каква какво чији молим svoju svojom svojim svojih svojoj moju mojih vašu vaših "
     "своју својом својим својих својој моју мојих вашу ваших"},
    {"sv",
     "en ett den det de och eller men utan för att som om när då medan därför eftersom än jag du han hon "
     "vi ni man mig dig sig honom henne oss er dem min mitt mina din ditt dina sin sitt sina hans hennes "
     "vår vårt våra deras denna detta dessa i på av till från med vid under över efter före genom mellan "
     "mot hos ur kring enligt är var varit vara blir blev bli blivit har hade ha haft kan kunde ska skall "
     "skulle vill måste får fick göra gör gjorde finns inte ej också bara här där så mycket mer alla allt "
     "någon något några varje annan andra samma vad vem vilka vilken vilket vart varför hur vars"},
    {"tr",
     "ve veya ya yahut da de ki mi mı mu mü midir mıdır mudur müdür ile için gibi kadar göre karşı doğru "
     "dair rağmen daha en çok pek az bir bu şu o bunu şunu onu buna ona bunun şunun onun bunda onda bundan "
     "ondan bunlar şunlar onlar bunları onları bunların onların ben sen biz siz beni seni bizi sizi bana "
     "sana bize size benim senin bizim sizin kendi kendisi kendini kendine ne neyi neye neyin neden neler "
     "nedir niçin niye nasıl nasıldır nere nerede neresi neresidir nereden nereye kim kimin kime kimi "
     "kimden kimler kimdir hangi hangisi hangisidir hangileri kaç kaçı kaçıncı var vardır yok yoktur değil "
     "değildir idi ise iken olan olarak oldu olduğu olduğunu olup olmak olur olmuştur olmuş olacak olması "
     "oldukları etti etmek eder eden etmiştir edildi edilen edilmiştir edilir yaptı yapmak yapar yapılır "
     "ama fakat ancak lakin çünkü zira eğer şayet hem her hiç hep bazı birkaç tüm bütün aynı diğer başka "
     "böyle şöyle öyle artık sonra önce beri üzere tarafından arasında hakkında içinde üzerinde üzerine "
     "altında yanında dışında boyunca sırasında lütfen acaba dir dır dur dür tir tır tur tür neydi nedi "
     "nelerdir nelerydi nelerdi neymiş neyle neleri neleridir neyden nelerden nelere nesi nesidir nelerin "
     "neyiydi kimdi kimlerdi kimlerdir kimlerin kimleri kimle kiminle hangisiydi hangileridir hangisini "
     "hangilerinde hangisinde nasıldı nedendir niyedir nerededir neredeydi nerelerde nerelidir kaçtır "
     "kaçtı kaçar kaçta kaça tane tanesi edilmektedir etmektedir olmaktadır olabilir edebilir olduğuna "
     "olduğunda olsa olursa olanlar olanların oldukça denir denmektedir denilmektedir edilmesi edip ederek "
     "ederken yapılmıştır oluyor ediyor yapıyor bulunur bulunmaktadır bulunan miydi mıydı muydu müydü "
     "itibariyle itibaren dolayı nedeniyle"},
    {"vi",
     "và hay hoặc là thì mà nhưng nên nếu vì do bởi tại của cho với để từ đến tới về theo bằng qua trong "
     "ngoài trên dưới giữa sau trước khi lúc ở vào ra lên xuống như cũng còn chỉ rất quá hơn nhất đã đang "
     "sẽ vừa mới được bị phải có không chưa chẳng các những một mỗi mọi từng này đó kia ấy nọ đây đấy nó "
     "họ tôi bạn ta chúng mình anh chị em ông bà gì nào ai đâu sao mấy bao nhiêu thế à ạ ư nhỉ cái chiếc "
     "việc sự cuộc người nơi rằng cùng lại đều vẫn hãy xin vui lòng làm"},
};

}  // namespace

std::span<const FunctionWordList> latin_function_words() { return kLatin; }

}  // namespace signpost
