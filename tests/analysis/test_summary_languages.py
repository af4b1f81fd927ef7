"""Summaries in other languages, and of texts that are no ordinary articles."""

from itertools import pairwise

import pytest

from bot.analysis.languages import find_language
from bot.analysis.sentences import split_sentences
from bot.analysis.summary import LENGTHS, METHODS, Budget, choose_gist, choose_summary
from bot.analysis.summary.leaning import leans_back
from bot.analysis.summary.quotations import find_bonds

STORIES = {
    "ar": "أغلقت مدينة هالدن رصيفها القديم بعد عاصفة الجمعة. قالت رئيسة الميناء آدا رو إن "
    "المهندسين سيفحصون الأعمدة الأسبوع المقبل. يزور الرصيف تسعون ألف زائر كل عام. سيصوت "
    "مجلس المدينة على صندوق الإصلاح يوم الخميس.",
    "de": "Die Hafenstadt Halden hat nach dem Sturm vom Freitag ihre alte Seebrücke gesperrt. "
    "Hafenmeisterin Ada Roe sagte, Fachleute würden am 3. Juni die Pfähle prüfen. Die "
    "Brücke zieht im Jahr 90.000 Gäste an. Der Stadtrat stimmt am Donnerstag über 2,4 "
    "Millionen Kronen ab.",
    "fr": "La ville de Halden a fermé sa vieille jetée après la tempête de vendredi. La cheffe "
    "du port, Mme Ada Roe, a dit que des ingénieurs examineraient les pieux. La jetée "
    "attire 90 000 visiteurs par an. Le conseil votera jeudi un fonds de 2,4 millions de "
    "couronnes.",
    "es": "La ciudad de Halden ha cerrado su viejo muelle tras la tormenta del viernes. La "
    "jefa del puerto, la Sra. Ada Roe, dijo que los ingenieros examinarán los pilotes. "
    "El muelle atrae a 90.000 visitantes al año. El consejo votará el jueves un fondo de "
    "2,4 millones de coronas.",
    "hi": "हाल्डेन शहर ने शुक्रवार के तूफ़ान के बाद अपना पुराना घाट बंद कर दिया। बंदरगाह "
    "प्रमुख आडा रो ने कहा कि इंजीनियर खंभों की जाँच करेंगे। घाट पर हर साल नब्बे हज़ार "
    "लोग आते हैं। नगर परिषद गुरुवार को मरम्मत कोष पर मतदान करेगी।",
    "ja": "ハルデン市は金曜日の嵐のあと古い桟橋を閉鎖した。港長のアダ・ローは、技師が来週くいを"
    "調べると述べた。桟橋には毎年九万人が訪れる。市議会は木曜日に修理の基金について投票す"
    "る。",
    "ru": "Город Халден закрыл старый причал после пятничной бури. Начальница порта Ада Ро "
    "сказала, что инженеры осмотрят сваи. Причал посещают 90 000 человек в год. "
    "Городской совет в четверг проголосует за фонд ремонта.",
    "tr": "Halden kenti cuma günkü fırtınadan sonra eski iskelesini kapattı. Liman başkanı Ada "
    "Roe, mühendislerin kazıkları inceleyeceğini söyledi. İskeleye her yıl 90.000 kişi "
    "geliyor. Belediye meclisi perşembe günü onarım fonunu oylayacak.",
    "zh": "哈尔登市在周五的风暴之后关闭了旧码头。港务长艾达·罗表示，工程师将在下周检查木桩。码"
    "头每年吸引九万名游客。市议会将于周四就维修基金进行投票。",
    "bn": "হালডেন শহর শুক্রবারের ঝড়ের পর পুরোনো ঘাট বন্ধ করেছে। বন্দর প্রধান আডা রো "
    "বলেছেন প্রকৌশলীরা আগামী সপ্তাহে খুঁটি পরীক্ষা করবেন। ঘাটে প্রতি বছর নব্বই "
    "হাজার মানুষ আসেন। নগর পরিষদ বৃহস্পতিবার ভোট দেবে।",
    "cs": "Město Halden po páteční bouři uzavřelo staré molo. Šéfka přístavu Ada Roeová "
    "řekla, že inženýři prohlédnou piloty 3. června. Molo navštíví 90 000 lidí "
    "ročně. Rada bude ve čtvrtek hlasovat o fondu 2,4 milionu korun.",
    "da": "Havnebyen Halden har lukket sin gamle mole efter fredagens storm. Havnechef "
    "Ada Roe sagde, at ingeniører vil undersøge pælene den 3. juni. Molen "
    "tiltrækker 90.000 besøgende om året. Byrådet stemmer torsdag om en fond på "
    "2,4 mio. kroner.",
    "el": "Η πόλη Χάλντεν έκλεισε την παλιά αποβάθρα μετά την καταιγίδα της Παρασκευής. "
    "Η διευθύντρια του λιμανιού Άντα Ρόου είπε ότι μηχανικοί θα εξετάσουν τους "
    "πασσάλους. Η αποβάθρα προσελκύει 90.000 επισκέπτες τον χρόνο. Το συμβούλιο "
    "ψηφίζει την Πέμπτη.",
    "fa": "شهر هالدن پس از توفان روز جمعه اسکله قدیمی خود را بست. آدا رو، رئیس بندر، گفت "
    "که مهندسان هفته آینده پایه‌ها را بررسی می‌کنند. سالانه نود هزار نفر از اسکله "
    "دیدن می‌کنند. شورای شهر روز پنجشنبه درباره صندوق تعمیر رأی می‌دهد.",
    "he": "העיר הלדן סגרה את המזח הישן לאחר הסערה של יום שישי. מנהלת הנמל עדה רו אמרה כי "
    "מהנדסים יבדקו את העמודים בשבוע הבא. המזח מושך תשעים אלף מבקרים בשנה. מועצת "
    "העיר תצביע ביום חמישי על קרן תיקונים.",
    "hu": "Halden városa a pénteki vihar után lezárta régi mólóját. Ada Roe "
    "kikötőigazgató azt mondta, hogy a mérnökök június 3. napján vizsgálják meg a "
    "cölöpöket. A mólót évente 90 000 ember látogatja. A tanács csütörtökön szavaz "
    "az alapról.",
    "id": "Kota pelabuhan Halden menutup dermaga lamanya setelah badai hari Jumat. "
    "Kepala pelabuhan Ada Roe mengatakan para insinyur akan memeriksa tiang-tiang "
    "minggu depan. Dermaga itu menarik 90.000 pengunjung setiap tahun. Dewan kota "
    "akan memberikan suara pada hari Kamis tentang dana 2,4 juta kroner.",
    "it": "La città di Halden ha chiuso il suo vecchio molo dopo la tempesta di venerdì. "
    "La responsabile del porto, la dott.ssa Ada Roe, ha detto che gli ingegneri "
    "esamineranno i pali. Il molo attira 90.000 visitatori l'anno. Il consiglio "
    "voterà giovedì un fondo di 2,4 milioni di corone.",
    "ko": "할덴시는 금요일 폭풍 뒤에 낡은 부두를 폐쇄했다. "
    "항만장 아다 로는 기술자들이 다음 주에 말뚝을 점검할 "
    "것이라고 말했다. 부두에는 해마다 "
    "9만 명이 찾는다. 시의회는 목요일에 수리 기금을 표결한다.",
    "nl": "De havenstad Halden heeft na de storm van vrijdag haar oude pier gesloten. "
    "Havenmeester Ada Roe zei dat ingenieurs de palen volgende week onderzoeken. "
    "De pier trekt 90.000 bezoekers per jaar. De raad stemt donderdag over een "
    "fonds van 2,4 miljoen kronen.",
    "pl": "Miasto Halden zamknęło stare molo po piątkowej burzy. Szefowa portu dr Ada "
    "Roe powiedziała, że inżynierowie zbadają pale. Molo odwiedza 90 tys. osób "
    "rocznie. Rada miasta zagłosuje w czwartek nad funduszem 2,4 mln koron.",
    "pt": "A cidade de Halden fechou o seu velho cais depois da tempestade de "
    "sexta-feira. A chefe do porto, Dra. Ada Roe, disse que engenheiros examinarão "
    "as estacas. O cais atrai 90.000 visitantes por ano. O conselho votará na "
    "quinta-feira um fundo de 2,4 milhões de coroas.",
    "ro": "Orașul Halden și-a închis vechiul dig după furtuna de vineri. Șefa portului, "
    "Ada Roe, a spus că inginerii vor examina stâlpii. Digul atrage 90.000 de "
    "vizitatori pe an. Consiliul va vota joi un fond de 2,4 milioane de coroane.",
    "sv": "Hamnstaden Halden har stängt sin gamla brygga efter fredagens storm. "
    "Hamnchefen Ada Roe sade att ingenjörer ska undersöka pålarna. Bryggan drar 90 "
    "000 besökare om året. Kommunfullmäktige röstar på torsdag om en fond på 2,4 "
    "miljoner kronor.",
    "uk": "Місто Галден закрило старий причал після п'ятничної бурі. Начальниця порту "
    "Ада Ро сказала, що інженери оглянуть палі. Причал відвідують 90 000 людей на "
    "рік. Міська рада в четвер проголосує за фонд ремонту.",
    "vi": "Thành phố Halden đã đóng cửa bến tàu cũ sau cơn bão hôm thứ Sáu. Giám đốc "
    "cảng Ada Roe cho biết các kỹ sư sẽ kiểm tra cọc vào tuần tới. Bến tàu thu hút "
    "90.000 du khách mỗi năm. Hội đồng thành phố sẽ bỏ phiếu vào thứ Năm về quỹ "
    "sửa chữa 2,4 triệu.",
}


@pytest.mark.parametrize("language", STORIES)
def test_a_story_is_told_split_and_summarised_in_its_language(language: str) -> None:
    text = STORIES[language]
    assert find_language(text) == language
    sentences = split_sentences(text, language)
    assert len(sentences) == 4
    summary = choose_summary(text, sentences, language, "", Budget(sentences=2))
    assert len(summary.sentences) == 2
    assert all(sentence.reasons for sentence in summary.sentences)
    assert choose_gist(text, sentences, language, "") is not None


@pytest.mark.parametrize(
    "text",
    [
        "x" * 20_000,
        "word and " * 5_000,
        "“ He said it was so and so. " * 500,
        "'He said it' was 'so and so. " * 500,
        "\ud800\udfff. A b c d e f. " * 500,
        "A. B. C. " * 2_000,
        "市長は橋を閉鎖した。「そう。」と彼は言った。" * 300,
        "Halden 3, Nordvik 2\n" * 500,
        "1. Shut the gate of the pier.\n2. Call the harbour master now.\n" * 100,
        "10:31 The pier is shut for good.\n\n10:12 Waves broke over the pier of Halden.\n\n" * 50,
        "'" * 5_000 + "(" * 5_000,
    ],
    ids=lambda text: text[:12],
)
def test_any_text_has_an_answer(text: str) -> None:
    language = find_language(text)
    sentences = split_sentences(text, language)
    for method in METHODS:
        for budget in (*LENGTHS.values(), Budget(words=30), Budget(sentences=2, words=30)):
            summary = choose_summary(text, sentences, language, "A title", budget, method)
            spans = [sentence.span for sentence in summary.sentences]
            assert spans == sorted(spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
    choose_gist(text, sentences, language, "A title")


def test_a_sentence_that_no_summary_can_hold_is_left_out() -> None:
    text = "The pier " + "and the pier " * 200 + "is shut. The pier of Halden is shut for good."
    sentences = split_sentences(text, "en")
    summary = choose_summary(text, sentences, "en", "", Budget(sentences=2))
    assert [s.span for s in summary.sentences] == [sentences[1].span]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("bg", "Освен това кеят беше затворен."),
        ("ca", "Això va tancar el moll."),
        ("cs", "Podle něj je molo zavřené."),
        ("da", "De to mødtes på molen."),
        ("el", "Ωστόσο η αποβάθρα έκλεισε."),
        ("fa", "او گفت که اسکله بسته است."),
        ("fi", "Lisäksi laituri suljettiin."),
        ("he", "לדבריה המזח סגור."),
        ("hr", "Međutim, mol je zatvoren."),
        ("hu", "Ezért a mólót lezárták."),
        ("id", "Menurutnya dermaga ditutup."),
        ("ko", "그는 부두가 닫혔다고 말했다."),
        ("no", "Hun sa at bryggen er stengt."),
        ("ro", "Totodată, digul a fost închis."),
        ("sk", "Preto mólo zatvorili."),
        ("uk", "Крім того, причал закрили."),
        ("vi", "Tuy nhiên, bến tàu đã đóng cửa."),
    ],
)
def test_a_sentence_that_points_back_leans_in_many_languages(language: str, sentence: str) -> None:
    assert leans_back(sentence, sentence, language)


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("no", "– Vi stenger bryggen. Det tar tid, sier havnesjef Ada Roe."),
        ("pl", "– Zamykamy molo. To potrwa – mówi Ada Roe."),
        ("ru", "— Мы закрываем причал. Это надолго,— сказала Ада Ро."),
    ],
)
def test_what_a_dash_opens_is_not_cut_open(language: str, spoken: str) -> None:
    sentences = split_sentences(spoken, language)
    assert [(b.before, b.after) for b in find_bonds(spoken, sentences)] == [
        (False, True),
        (True, False),
    ]
