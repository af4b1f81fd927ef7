"""text -> its language."""

import pytest

from bot.analysis.languages import find_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قال رئيس البلدية أمس إن الجسر سيبقى مغلقا حتى الربيع."),
        ("cs", "Starosta včera řekl, že most zůstane uzavřen až do jara."),
        ("de", "Der Bürgermeister sagte gestern, die Brücke bleibe bis zum Frühjahr zu."),
        ("el", "Ο δήμαρχος είπε χθες ότι η γέφυρα θα παραμείνει κλειστή."),
        ("en", "The mayor said yesterday that the bridge would stay shut until spring."),
        ("es", "La alcaldesa dijo ayer que el puente seguirá cerrado hasta la primavera."),
        ("fa", "شهردار دیروز گفت که پل تا بهار بسته خواهد ماند."),
        ("fr", "Le maire a dit hier que le pont resterait fermé jusqu'au printemps."),
        ("he", "ראש העיר אמר אתמול שהגשר יישאר סגור עד האביב."),
        ("hi", "मेयर ने कल कहा कि पुल वसंत तक बंद रहेगा।"),
        ("id", "Wali kota mengatakan kemarin bahwa jembatan itu tetap ditutup."),
        ("it", "Il sindaco ha detto ieri che il ponte resterà chiuso fino a primavera."),
        ("ja", "市長は昨日、橋は春まで閉鎖されたままだと述べた。"),
        ("ko", "시장은 어제 다리가 봄까지 계속 폐쇄될 것이라고 말했다."),
        ("nl", "De burgemeester zei gisteren dat de brug tot het voorjaar dicht blijft."),
        ("pl", "Burmistrz powiedział wczoraj, że most pozostanie zamknięty do wiosny."),
        ("pt", "O prefeito disse ontem que a ponte continuará fechada até a primavera."),
        ("ro", "Primarul a spus ieri că podul va rămâne închis până în primăvară."),
        ("ru", "Мэр вчера сказал, что мост останется закрытым до весны."),
        ("sv", "Borgmästaren sade i går att bron förblir stängd till våren."),
        ("tr", "Belediye başkanı dün köprünün bahara kadar kapalı kalacağını söyledi."),
        ("uk", "Мер учора сказав, що міст залишиться закритим до весни."),
        ("vi", "Thị trưởng hôm qua nói rằng cây cầu sẽ đóng cửa đến mùa xuân."),
        ("zh", "市长昨天说大桥将关闭到春天。"),
    ],
)
def test_a_sentence_is_enough_to_tell_a_language(language: str, text: str) -> None:
    assert find_language(text) == language


@pytest.mark.parametrize("text", ["", "3-2", "OK", "Halden", "\0\ud800", "😀😀😀"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert find_language(text) is None
