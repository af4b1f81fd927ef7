"""Which lines are the article's and which are not, in four languages."""

import pytest

from bot.ingest.furniture import Furniture, find_furniture

FURNITURE = {
    Furniture.READING_TIME: """
        2 min read
        5-minute read
        Reading time: 3 minutes
        Estimated reading time: 2 minutes
        Lesezeit: 4 Min.
        3 Min. Lesezeit
        Temps de lecture : 3 min
        Lecture 3 min
        Tiempo de lectura: 5 minutos
        5 min de lectura""",
    Furniture.BYLINE: """
        By Mara Lind
        By MARA LIND and TOR EK
        By Mara Lind in Halden
        By Mara Lind, political correspondent
        By Mara Lind | September 14, 2026
        By Mara J. Lind, Halden Post
        By our correspondent
        By AFP
        Von Mara Lind
        Von Mara Lind und Tor Ek, Halden
        Par Mara Lind avec AFP
        Por Mara Lind y Tor Ek
        Written by Mara Lind
        (Reporting by Mara Lind in Halden; Editing by Tor Ek)
        The Associated Press contributed to this report.
        Mit Material der dpa
        Mara Lind in Halden, Ala., and Tor Ek in Orle contributed to this report.
        Contributing: Mara Lind, Tor Ek
        (END)
        (lno/mli)""",
    Furniture.DATE: """
        Published: 14 September 2026
        Published 14 September 2026 at 12:30 BST
        Last updated 2 hours ago
        September 14, 2026
        Veröffentlicht am 14. September 2026 um 12:30 Uhr
        Stand: 14.09.2026, 12:30 Uhr
        Publié le 14 septembre 2026 à 12h30, mis à jour à 14h
        Actualizado el 14 de septiembre de 2026 a las 12:30""",
    Furniture.CREDIT: """
        The river at Halden on Monday [Getty]
        The river at Halden on Monday. [Mara Lind/AFP]
        A crew at work in Halden (Reuters)
        A crew at work in Halden. (AP Photo/Mara Lind)
        The river on Monday. Photograph: Mara Lind/Halden Post
        FILE PHOTO: The river at Halden. REUTERS/Mara Lind
        Photo: Mara Lind
        Picture by Mara Lind
        Image source, Getty Images
        Image: The river on Monday
        Foto: Mara Lind/dpa
        Bild: Mara Lind
        Quelle: dpa
        Crédit photo : Mara Lind
        La rivière à Halden. © Mara Lind / AFP
        Imagen: EFE""",
    Furniture.LINK: """
        Read more: Halden counts its dead
        READ MORE | Halden counts its dead
        Related: Mayor resigns
        RELATED STORIES
        Lesen Sie auch: Der Damm von Halden
        Mehr zum Thema
        Lire aussi : La crue de Halden
        Lea también: La crecida de Halden
        Tags: Halden, flood""",
    Furniture.INVITATION: """
        Sign up for our morning briefing and get the news at six
        Subscribe to the Halden Post
        Support local news: subscribe for $1 a week
        Get the day's stories in your inbox
        Follow us on Facebook
        Follow Mara Lind on X
        Share this article
        Click here to watch
        Abonnieren Sie unseren Newsletter
        Abonnez-vous à notre lettre
        Suscríbase a nuestro boletín""",
    Furniture.NOTICE: """
        We use cookies to make this site better. By going on you accept them.
        This website uses cookies.
        Diese Website verwendet Cookies.
        Nous utilisons des cookies pour vous.
        Utilizamos cookies propias y de terceros.
        © 2026 Halden Post
        Copyright 2026 Halden Post
        All rights reserved.
        This story has been updated with what the county said.
        The post Flood in Halden appeared first on Halden Post.
        Dieser Artikel wurde aktualisiert.
        Cet article a été mis à jour.
        Esta noticia ha sido actualizada.
        Alle Rechte vorbehalten
        Tous droits réservés
        Todos los derechos reservados""",
    Furniture.BUTTON: """
        Advertisement
        Share
        12 comments
        Home | Weather | Share
        Anzeige
        Publicité
        Mis à jour
        Teilen auf
        Publicidad""",
    Furniture.ADDRESS: """
        https://haldenpost.example/flood
        newsroom@haldenpost.example
        @haldenpost
        Twitter: @haldenpost
        #Halden #flood""",
    Furniture.RULE: """
        * * *
        ———""",
}

ARTICLE = """
    If you have information, call the county police.
    For the latest round of talks they met in Halden.
    Support the bill has among farmers is small.
    Jeden Morgen fährt er über die Brücke von Halden.
    Noch mehr Menschen kamen am Dienstag.
    Pour soutenir la ville, le comté a promis deux millions.
    Cada semana llega un barco a Halden.
    By Monday the river had fallen to its usual level.
    By Mara Lind's account, nobody had been warned.
    By the time Ada Brandt arrived, the water was gone
    Von der Leyen reiste am Montag nach Halden.
    Von Halden bis Oslo stand das Wasser in den Kellern.
    Par ailleurs, Mme Lind a annoncé sa démission.
    Por su parte, Ada Brandt negó los hechos.
    Published in 2019, the report was ignored.
    Related costs rose by 5% last year, the council said.
    Copyright law does not protect ideas, the court ruled.
    Advertisement revenue fell by a third.
    Photographs of the flood were shown in court.
    Share prices fell by 3% in Halden on Monday.
    Follow-up talks are planned for Tuesday.
    Subscribers to the service lost access on Monday.
    “Subscribe to our newsletter,” the man said.
    Most read the letter as a threat.
    More than 40 people were hurt.
    More from the council is expected on Friday.
    Read our lips, the crowd shouted.
    The mayor (right) left early (she had a train to catch).
    He wrote that "it [the flood] was over" [sic].
    The order was placed by the state agency (ANSA).
    The deal was first reported by Bloomberg
    Donate blood, the hospital asked.
    Join our table, he said.
    Sponsored by a bank, the race drew 4,000 runners.
    Illustration by hand is a dying craft.
    Anzeige erstattet hat inzwischen die Stadt.
    Mehr dazu wollte der Sprecher nicht sagen.
    Zum Thema Geld sagte sie nichts.
    Publicité mensongère : la société condamnée à Halden.
    Recibe el premio en Madrid el lunes.
    Why was nobody warned?
    Yes.
    12 people"""


def _rows(lines: str) -> list[str]:
    return [line.strip() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(
    ("line", "kind"), [(line, kind) for kind, lines in FURNITURE.items() for line in _rows(lines)]
)
def test_what_stands_around_an_article_is_told_by_its_kind(line: str, kind: Furniture) -> None:
    assert find_furniture(line) is kind


@pytest.mark.parametrize("line", _rows(ARTICLE))
def test_a_sentence_that_begins_like_furniture_is_still_the_articles(line: str) -> None:
    assert find_furniture(line) is None


def test_a_long_paragraph_is_never_a_credit() -> None:
    paragraph = "The river rose all night and the town slept on. " * 15 + "[Getty]"
    assert find_furniture(paragraph) is None
