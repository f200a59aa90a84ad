// account_cues.cc - the tables of words of questions about one's own account, one for each language.
// Tested by tests/unit/answer/account_questions_test.cc.
#include "answer/account_cues.h"

#include <array>

namespace signpost {
namespace {

using enum AccountCue;

constexpr std::array kEnglishCues = std::to_array<AccountPhrases>({
    {own, "my,our,mine"},
    {me, "i,im,ive,id,me,my,we,weve,us,our,mine"},
    {deal,
     "invoice,invoices,receipt,receipts,bill,bills,payment,payments,refund,refunds,parcel,parcels,shipment,"
     "shipments,subscription,subscriptions,membership,booking,bookings,reservation,reservations,purchase,"
     "purchases,money,direct debit,deposit,gift card,voucher,order number,"
     "tracking number,order confirmation,free trial,renewal"},
    {maybe, "order,orders,package,packages,delivery,deliveries,item,items,contract,return,ticket"},
    {modifier,
     "last,latest,recent,first,second,third,new,old,previous,current,next,monthly,annual,yearly,whole,entire,"
     "pending,open,online,missing,lost,other,two,three,both,january,february,march,april,may,june,july,"
     "august,september,october,november,december,yesterdays,todays,paid,pro,premium,team,business,bank,"
     "credit,debit"},
    {account, "account,accounts,login,customer number,account number,account balance,balance"},
    {secret,
     "password,passcode,username,user name,email address,profile,two factor,2fa,plan,card,"
     "credit card,debit card,payment method,payment methods,payment details,billing details,billing address,"
     "invoice address,shipping address,delivery address,order history"},
    {charge,
     "charged twice,charged me,was charged,were charged,been charged,got charged,being charged,keep charging,"
     "double charged,charged double,charged two times,overcharged,charged my,charged the wrong,was billed,"
     "were billed,been billed,got billed,billed twice,billed me,paid twice,debited,took money,money was "
     "taken,"
     "money has been taken,taken twice,still being charged,still being billed"},
    {missing,
     "havent received,have not received,didnt receive,did not receive,never received,never arrived,"
     "hasnt arrived,has not arrived,havent arrived,not arrived,didnt arrive,did not arrive,hasnt come,"
     "has not come,havent gotten,havent got,didnt get,did not get,never got,never came,hasnt been delivered,"
     "not been delivered,hasnt shipped,not shipped,hasnt been shipped,still waiting,arrived broken,"
     "arrived damaged,was damaged,is damaged,is late,got lost,wrong item,wrong product,wrong size,never "
     "ordered"},
    {late, "wrong,failed,declined,expired,doesnt work,does not work,not working,doesnt apply"},
    {trouble,
     "cant log in,cannot log in,can not log in,cant login,cannot login,cant log into,cannot log into,"
     "cant sign in,cannot sign in,cant sign into,cannot sign into,cant get into,cant access,cannot access,"
     "unable to log in,unable to access,unable to sign in,locked,locked out,suspended,blocked,banned,hacked,"
     "deactivated,disabled,compromised,stolen,terminated"},
    {access,
     "cant log in,cannot log in,can not log in,cant login,cannot login,cant sign in,cannot sign in,"
     "unable to log in,unable to sign in,locked out,forgot my password,forgot password,lost my "
     "password,unsubscribe me"},
    {ask, "please,pls,kindly,i need you to"},
    {you, "can you,could you,would you,will you,can someone,can somebody"},
    {want,
     "i want,i need,id like,i would like,we want,we need,wed like,we would like,i demand,want to speak,"
     "want to talk"},
    {action,
     "cancel,cancelled,canceled,refund,refunded,resend,reissue,delete,close,unsubscribe,reactivate,unlock,"
     "give me,send me,money back,a refund,stop charging,change,correct,reimburse,return,exchange,check,"
     "look into"},
    {status, "where is,wheres,where are,track,status of,order status,when will,has"},
    {how,
     "how do,how to,how can,how would,how should,how does,how is,how are,what happens,what if,difference,"
     "is there a way,is there any way,is it possible,where can i,where do i,where can we,where do we,can i,"
     "can we,do i,do we,may i,what does,steps to,way to,ways to,guide,tutorial,do you,when will i be,"
     "will i be,if i,if we,if my"},
    {other,
     "visitor,visitors,customers,a customer,my customer,our customer,users,a user,readers,a reader,clients,"
     "a client,members,people,let,allow,allows,my site,our site,my sites,my website,our website,my shop,"
     "our shop,my store,our "
     "store,api,webhook,webhooks,endpoint,json,yaml,css,html,docker,kubernetes,pod,pods,"
     "repo,repository,npm,github,git,index,indexed,indexing,article,articles,markdown,template,templates,"
     "script,function,class,classes,database,sql,server,service account,service accounts,plugin,widget,theme,"
     "field,column,query,queries,sort,sorted,sorting,sort order,alphabetical,order of,order by,order in "
     "which,"
     "in order to,in order,category,categories,tag,tags,deploy,build,install,installed,node,nodes,cluster,"
     "namespace,container,documentation,docs,help centre,help center,page,pages,heading,headings,list,lists,"
     "search,results,translation,translations,file,files,folder,package manager,license,licence,code"},
});

constexpr std::array kKoreanCues = std::to_array<AccountPhrases>({
    {own, " 내, 제, 저의, 나의, 저희, 우리, 본인"},
    {me,
     " 제가 , 내가 , 저는 , 나는 , 저한테 , 저에게 , 내 , 제 , 저희 "
     ",주문한,구매한,결제한,주문했,구매했,결제했,샀는데,시킨, 산 "},
    {deal,
     "주문,결제,환불,배송,택배,소포,상품,물건,청구서,영수증,세금계산서,현금영수증,구독,정기결제,예약,카드,"
     "송장,"
     "교환,반품,입금,포인트,쿠폰,적립금,멤버십,이용료,요금,청구,계약,해지,탈퇴, 돈"},
    {account, "계정,아이디,회원정보,내 정보"},
    {secret, "비밀번호,암호,비번,프로필,결제 수단,결제 방법,카드 정보,배송지,배송 주소,요금제"},
    {charge,
     "두번 결제,두번이나 결제,이중 결제,중복 결제,결제가 두번,결제가 2번,두번 청구,이중 청구,중복 청구,"
     "결제됐,결제되었,결제가 됐,결제가 되었,청구됐,청구되었,청구가 됐,돈이 빠져,돈이 나갔,두번 빠져,두번 "
     "나갔,인출됐,"
     "인출되었,출금됐,출금되었,돈이 나가,두번 긁,요금이 나왔,요금이 빠져"},
    {missing,
     "안 왔,오지 않았,못 받았,받지 못했,도착하지 않았,도착 안 했,아직 안 ,아직도 안 ,아직 오지,아직 "
     "도착,잘못 왔,"
     "파손,깨져서 왔,불량,누락,다른 물건이 왔,다른 상품이 왔"},
    {late,
     "안 와요,안 옵니다,안 와,오지 않아,오지 않습,도착하지 않,안 돼요,안 됩니다,안 되네,안 됐,안 "
     "들어,이상해,이상합,잘못,틀렸,틀려,"
     "사라졌"},
    {trouble, "잠겼,잠겨,정지됐,정지되었,정지당,해킹,도용,차단됐,차단되었,사라졌,로그인이 안,로그인 안"},
    {access,
     "로그인이 안,로그인 안,로그인할 수 없,로그인을 할 수 없,로그인을 못,로그인 못,로그인되지,로그인이 되지,"
     "비밀번호를 잊,비밀번호 잊,비번 잊,비밀번호를 까먹,아이디를 잊,아이디 잊,회원 탈퇴,계정 탈퇴"},
    {ask, "주세요,주십시오,해줘,해 주실,주시겠,주셨으면,주시면,주실 수,부탁드,부탁해,부탁합,바랍니다"},
    {want, "싶어요,싶습니다,싶은데,싶다,싶네요,원해요,원합니다,하려고요,할래요,받고 싶"},
    {action,
     "취소,바꿔,환불,해지,탈퇴,반품,교환,재발행,재발송,발행,변경,삭제,확인,보내,정지,수정,돌려,처리,끊어,"
     "환급"},
    {status, "언제,어디쯤,어디에,어디 있,조회,상태"},
    {how,
     "어떻게,방법,하는 법,하려면,할려면,가이드,알려,절차,이란,란 무엇,무엇인가,할 수 있나요,할 수 있습니까,"
     "가능한가요,가능합니까,경우,때 ,대해,설명,차이"},
    {other,
     "방문자,독자,고객이,고객에게,고객의,고객들,고객은,사용자가,사용자에게,사용자들,사용자의,사용자는,이용자,"
     "도움말,"
     "서버,색인,api,웹훅,템플릿,데이터베이스,검색, 글 , 글이 , 글을 , 글의 , 글은 , 글에 ,순서,분류,태그,할 "
     "수 있게,"
     "하게 "
     "하,하도록,마크다운,문서,시스템,사이트에,기능,번역,docker,쿠버네티스,파드,컨테이너,클러스터,리포지토리,"
     "저장소,"
     "서비스 어카운트,서비스어카운트,코드,함수,클래스"},
});

constexpr std::array kJapaneseCues = std::to_array<AccountPhrases>({
    {own, "私の,わたしの,僕の,俺の,自分の,うちの,弊社の,当社の,我が家の"},
    {me,
     "私,わたし,僕は,僕が,弊社,当社,うちの,注文した,注文しました,購入した,購入しました,買った,買いました,"
     "頼んだ,"
     "支払った,払った,申し込んだ,まだ"},
    {deal,
     "注文,請求書,領収書,支払い,お支払,支払,決済,返金,荷物,商品,配送,配達,宅配,発送,定期購入,サブスク,"
     "サブスクリプション,予約,"
     "クレジットカード,代金,料金,請求,引き落とし,引落,入金,ポイント,クーポン,口座,契約,購入,小包,返品,交換,"
     "解約,"
     "退会,会費,お金,見積書,納品書"},
    {account, "アカウント,会員情報,会員登録,マイページ"},
    {secret,
     "パスワード,ユーザー名,プロフィール,暗証番号,支払い方法,支払方法,カード情報,お届け先,配送先,プラン"},
    {charge,
     "二重に請求,二重請求,2重請求,2重に請求,2回請求,二回請求,2度請求,二度請求,請求されました,請求された,"
     "請求されてい,請求されている,請求が来た,請求が来ました,請求が来てい,二重に引き落と,2回引き落と,"
     "二回引き落と,"
     "引き落とされ,引き落としされ,課金され,二重決済,二重に決済,2回決済,二回決済,二重に支払,二重払い,引かれて,"
     "引かれました,身に覚えのない,2回払"},
    {missing,
     "届いていません,届いていない,届いてない,届いてません,届いておりません,届かなかった,来ていません,"
     "来ていない,来てない,"
     "壊れていた,壊れていました,壊れて届,破損して,違う商品,間違った商品,足りません,足りない"},
    {late,
     "届かない,届きません,来ない,来ません,できない,できません,まだです,使えない,使えません,間違って,おかしい,"
     "消え"},
    {trouble,
     "停止され,凍結され,乗っ取られ,ロックされ,止められ,削除され,使えなくなっ,消えてしま,不正アクセス,"
     "不正ログイン,"
     "ログインできない,ログインできません,ログインできなく"},
    {access,
     "ログインできない,ログインできません,ログイン出来ない,ログイン出来ません,ログインできなく,"
     "サインインできない,"
     "サインインできません,パスワードを忘れ,パスワード忘れ,id "
     "を忘れ,退会したい,退会します,解約したい,解約します"},
    {ask,
     "ください,下さい,てほしい,て欲しい,お願い,おねがい,いただけ,頂け,もらえ,くれません,くれますか,"
     "希望します"},
    {want, "したい,たいです,たいのです,たいん"},
    {action,
     "キャンセル,取り消,取消,返金,再発行,再送,変更,解約,退会,削除,停止,交換,返品,送って,送り直,発行,調べ,"
     "確認,"
     "直し,訂正,止めて,教えて"},
    {status, "いつ届,どこ,届きますか,いつ発送,いつ来,状況,いつ返金,いつ頃"},
    {how,
     "方法,には,どうすれば,どうしたら,どうやって,どのように,手順,とは,やり方,仕方,しかた,場合,教えて,"
     "について,使い方,"
     "書き方,できますか,可能ですか,とき,ときは,違い,流れ"},
    {other,
     "記事,訪問者,読者,お客様に,お客様が,お客様の,お客さんが,顧客,利用者,ユーザーが,ユーザーに,ユーザーの,"
     "ユーザーは,"
     "会員が,会員に,api,webhook,テンプレート,サーバー,インデックス,ドキュメント,リポジトリ,データベース,検索,"
     "並び順,"
     "順序,カテゴリー,タグ,できるように,させる,させたい,サイトに,機能,システム,翻訳,ヘルプ,docker,ポッド,pod,"
     "コンテナ,クラスター,サービスアカウント,コード,関数,クラス"},
});

constexpr AccountLanguage kLanguages[] = {
    {kEnglishCues, true, true, false, 8},
    {kKoreanCues, false, true, true, 6},
    {kJapaneseCues, false, false, true, 4},
};

}  // namespace

std::span<const AccountLanguage> account_languages() { return kLanguages; }

}  // namespace signpost
