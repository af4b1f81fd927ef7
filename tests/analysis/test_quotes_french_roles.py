"""Who said what on French pages: behind dates and places, by callings, by what else they are."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

CASES: dict[str, tuple[str, list[str | None]]] = {
    "a date and a place before the subject": (
        "« On cuit tôt », a confié jeudi 4 mai sur radiobrae Ida Noret, cheffe du fournil.",
        ["Ida Noret"],
    ),
    "a hearer and a date before a relative": (
        "Le tisserand Luc Sarde dort. « Il ronfle », indique à l'OPF ce 24 mai sa sœur, la "
        "luthière Aude Sarde.",
        ["Aude Sarde"],
    ),
    "a document before several bodies": (
        "« Le grain manque », ont écrit dans une lettre ouverte ces deux syndicats.",
        ["deux syndicats"],
    ),
    "who is named under words set apart": (
        "« On ne peut que moudre et attendre » Ida Noret, du moulin de Brae",
        ["Ida Noret"],
    ),
    "a union is no person": (
        "« On moud », dit Luc Sarde, délégué SUD. Le représentant SUD rappelle un « long hiver ».",
        ["Luc Sarde", "Luc Sarde"],
    ),
    "a cleft that names who speaks": (
        "Au micro de Radio Brae, c'est le meunier, Luc Sarde, qui s'est exprimé. « On moud. »",
        ["Luc Sarde"],
    ),
    "an office of the only person of the sentence before": (
        "« On moud », a lancé Aude Roc. Puis Ida Noret est allée saluer Luc Sarde.\n\nLes vœux "
        "ont plu à certains, comme Jean Aubin. « Belle fête », a écrit le maire de Brae.",
        ["Aude Roc", "Jean Aubin"],
    ),
    "a mate of somebody else": (
        "« J'ai ramé », dit Luc Sarde. Le coéquipier de Jean Aubin est parti tôt. « Il pleuvait », "
        "explique-t-il.",
        ["Luc Sarde", "Luc Sarde"],
    ),
    "somebody introduced by an acting body": (
        "Le vieux meunier du bourg charge un apprenti, Jean Aubin, de moudre. « J'y vais », "
        "promet-il.",
        ["Jean Aubin"],
    ),
    "an office beside a trade": (
        "Le potier Luc Sarde est là. « Je cuis », dit Luc Sarde. Le président de l'ACIDE juge le "
        "four « trop petit ».",
        ["Luc Sarde", "Luc Sarde"],
    ),
    "an office that a man cannot have": (
        "« On tient », prévient Ida Noret, syndicaliste. Le délégué au four, Luc Sarde, "
        "a parlé d'un « caprice ». Des mots qualifiés d'« odieux » par la syndicaliste.",
        ["Ida Noret", "Luc Sarde", "Ida Noret"],
    ),
    "a clause of the journalist behind the speaker": (
        "« On moud », a dit Luc Sarde, alors qu'un « accord » attend.",
        ["Luc Sarde"],
    ),
    "who a party member is": (
        "Luc Sarde s'est dit « outré ». Le socialiste brayen a jugé qu'« en fait, tout grince », "
        "contre l'avis de la conseillère Aude Roc.",
        ["Luc Sarde", "Luc Sarde"],
    ),
    "a name behind the letters of a body": (
        "« On moud », a déclaré le secrétaire de l'Union des moulins (UDM) pro-Sarde Aude Roc. "
        "Elle a salué un « geste » et remercié Ida Noret « pour ce geste ».",
        ["Aude Roc", "Aude Roc", "Aude Roc"],
    ),
    "a body with its letters in whose eyes it is so": (
        "Pour l'Union des moulins (UDM / centre), la roue a pris un « coup fatal ».",
        ["Union des moulins"],
    ),
    "those among whom it is said": (
        "Du côté du Syndicat meunier (SM), on parle d'une « farce de plus ».",
        ["Syndicat meunier"],
    ),
    "a body of which only the owner is known": (
        "« On moud », dit Aude Roc. Son parti exige « du grain pour tous ».",
        ["Aude Roc", None],
    ),
    "a verb that stands only inside words": (
        "« La roue tournait mal, a revu Aude Roc. On a serré le frein. »",
        ["Aude Roc", "Aude Roc"],
    ),
    "whom a story tells of that opens with words": (
        "Un moulin « vital » pour Roc\n\n« Rien ne tourne ». Au lendemain de la crue, Aude Roc est "
        "venue. « On moud », dit-elle.",
        ["Aude Roc", "Aude Roc", "Aude Roc"],
    ),
    "a surname that begins with a particle": (
        "Le bourgmestre Luc De Wael est venu. « Rien ne bouge » encore, a-t-il dit.\n\nDe Wael a "
        "encore souligné que « la roue tourne ».",
        ["Luc De Wael", "Luc De Wael"],
    ),
    "what is decided, between words and their verb": (
        "« On moud », dit Aude Roc. Luc Sarde est entré. « Il faut voir » ce qui fut promis, a-t-il"
        " dit.",
        ["Aude Roc", "Luc Sarde"],
    ),
    "an object before its words": (
        "La meunière Aude Roc, depuis ce matin, a vivement critiqué le conseil « qui dort au "
        "moulin ».",
        ["Aude Roc"],
    ),
    "an office whose adjective is written large": (
        "Le Meunier Principal du RM, Luc Sarde, a d'emblée parlé d'un « caprice ». Aude Roc sort. "
        "Le Meunier Principal a redit que « la roue tourne ».",
        ["Luc Sarde", "Luc Sarde"],
    ),
    "an office of a body whose article is joined": (
        "Le porte-parole du moulin, Luc Sarde, est venu. Le porte-parole a promis « du grain ».",
        ["Luc Sarde"],
    ),
    "who serves whoever is named behind": (
        "On y a vu Luc Sarde, adjoint de la ministre Aude Roc, qui a répondu : « On moud. »",
        ["Luc Sarde"],
    ),
    "how it is said": (
        "Luc Sarde est assis là. « La roue casse », souffle ce trentenaire d'une voix lasse.",
        ["Luc Sarde"],
    ),
    "a capital without its accent": (
        "Eleveur de chèvres, Luc Sarde est venu. « On trait tôt », dit l'éleveur.",
        ["Luc Sarde"],
    ),
    "a colleague who is named": (
        "« On moud », dit Aude Roc. Son collègue du bief, Luc Sarde, a jugé que la roue était "
        "vieille. « Elle grince », a-t-il prévenu.",
        ["Aude Roc", "Luc Sarde"],
    ),
    "two fields of an office": (
        "Luc Sarde est à Brume. Le ministre de la Laine et des Moulins a dit : « On cardera. »",
        ["Luc Sarde"],
    ),
    "an office without its article": (
        "Nouvelle cheffe du moulin, la Brumoise Aude Roc pèse ses mots : « On moud. »",
        ["Aude Roc"],
    ),
    "whom a speech cites": (
        "La meunière Aude Roc a conclu en citant Luc Sarde, le père du bief : « L'eau se garde. »",
        ["Luc Sarde"],
    ),
    "whoever is made to speak": (
        "Le devis enfle, ce qui fait bondir la meunière : « Je ne paierai pas », tonne-t-elle.",
        ["meunière"],
    ),
    "how somebody puts it": (
        "« Un joli fiasco », voilà comment l'ancien bailli Luc Sarde résume le chantier.",
        ["Luc Sarde"],
    ),
    "whoever goes on where another is only named": (
        "« On cardera », a dit Luc Sarde. Le lavoir, bâti par Odon Vernet, fuit. « C'est triste "
        "à voir », a-t-il ajouté.",
        ["Luc Sarde", "Luc Sarde"],
    ),
    "a pronoun that opens its sentence": (
        "Luc Sarde, le berger, est rentré. Lui ne veut plus attendre : « On descend demain. »",
        ["Luc Sarde"],
    ),
    "four words of somebody's in small letters": (
        "Le moulin est vide. Les sacs restent « au pied de la roue ».",
        [None],
    ),
    "words inside the words of a witness": (
        "«Un garde criait: «Posez ce sac, vite!» On tremblait tous», confie un cardeur de Brume.",
        ["cardeur de Brume"],
    ),
    "who acts in a sentence that is no more than a relative clause": (
        "Un péage ouvre à Brume. Un choix que la meunière du bief assume. « Il faut payer la "
        "roue », explique-t-elle. Une hausse que regrette Luc Sarde, berger. « Je paierai peu. »",
        ["meunière du bief", "Luc Sarde"],
    ),
    "whoever is glad of it": (
        "« On moud », dit Luc Sarde. Alors que le bief gèle, Aude Roc, la meunière, se félicite. "
        "« La roue tourne encore. »",
        ["Luc Sarde", "Aude Roc"],
    ),
    "in whose eyes it is so": (
        "Le bal est fini. Un berger venu de Brume riait encore. Pour lui, « le village a "
        "bien dansé ». Et, pour la SRB ce bal a « une portée immense pour tous ».",
        ["berger", "SRB"],
    ),
    "whoever was named last": (
        "Le bailli Luc Sarde a reçu la meunière Aude Roc. Cette dernière a dit : « On moud. » Luc "
        "Sarde a vu Henri Vernet. Ce dernier fait état au four d'une « laine bien trop chère ».",
        ["Aude Roc", "Henri Vernet"],
    ),
    "one of several": (
        "Les cardeurs rentrent. « La laine est là », souffle l'un d'eux. « Enfin », rit l'une "
        "d'elles.",
        ["l'un d'eux", "l'une d'elles"],
    ),
    "a name behind an office and its place": (
        "« On rame », explique son délégué en Haute-Brume Henri Vernet.",
        ["Henri Vernet"],
    ),
    "a thing that an adjective seems to make somebody": (
        "Misère étudiante : « avec le péage, je rame à jeun »\n\nIl neige à Brume.",
        [None],
    ),
    "who is named behind, with a body for an object": (
        "Le bac part.\n\n« Gardez vos rames. Plus vite ». Aude Vernet motive son équipe.",
        ["Aude Vernet"],
    ),
    "what somebody puts forward, and a source that is no person": (
        "La mairie met en avant « un manque de laine ». La roue a cédé pour une « raison "
        "obscure », selon le centre des moulins.",
        ["mairie", "centre des moulins"],
    ),
    "in the eyes of somebody of whom more is told": (
        "Pour le premier meunier reçu par le bailli, la roue ne montre aucun « vice de bois ». La "
        "« rouille » du bief se serait changée en « boue ».",
        ["premier meunier", "premier meunier", "premier meunier"],
    ),
    "a body that is asked": (
        "Interrogée par l'OPF, Brume Laine n'a « pas voulu répondre ». Luc Sarde leur demande de "
        "« rester au bief ».",
        ["Brume Laine", "Luc Sarde"],
    ),
    "a name behind a paper": (
        "« On moud », explique dans Le Rouet, Aude Roc, meunière du bief.",
        ["Aude Roc"],
    ),
    "a name behind words that tell how it is said": (
        "Le moulin n'a plus de roue. « La raison est simple », déclare « ravie du bal », Aude Roc, "
        "la meunière. « On moud ailleurs. »",
        ["Aude Roc", "Aude Roc", "Aude Roc"],
    ),
    "a signature behind a dash": (
        "Le bal est fini.\n\n«J'ai trop bu au bief» -Luc Sarde\n\nIl neige.",
        ["Luc Sarde"],
    ),
    "a thing that a sentence is about": (
        "Luc Sarde est las. Depuis hier, le moulin n'a plus de roue. « Le bois est rare. »",
        [None],
    ),
    "what stands for a body": (
        "« Le bief baisse », d'après le Comptoir des eaux de Brume (CEB). « Il faut curer », "
        "souligne le CEB. « On curera », dit la cheffe du CEB.",
        ["Comptoir des eaux de Brume", "Comptoir des eaux de Brume", "cheffe du CEB"],
    ),
    "two nameless people in a court": (
        "« Il est froid », dit le médecin. Le mot fait bondir l'accusé : « C'est faux. » « On le "
        "voit bien », note le médecin.",
        ["médecin", "accusé", "médecin"],
    ),
    "celui-ci and celle-ci, who were named last": (
        "Luc Sarde a vu Ida Roc au four. « On moud », explique celle-ci. Luc Sarde a vu Henri "
        "Vernet. Celui-ci explique : « On rame. »",
        ["Ida Roc", "Henri Vernet"],
    ),
    "words that go on from whom the sentence before is about": (
        "« On moud », dit Luc Sarde.\n\nAude Roc a repris le four. Le bois était « bien trop "
        "vert pour cuire ».",
        ["Luc Sarde", "Aude Roc"],
    ),
    "whoever reminds in the paragraph before": (
        "Reçu par Henri Vernet (Brume Avenir) au conseil, le bailli Luc Sarde a tout revu, en "
        "rappelant qu'il fallait ramer.\n\n« Le garde est là, le bac aussi. »",
        ["Luc Sarde"],
    ),
    "one of several, and who tries to say more": (
        "« La laine a gelé » tranche l'une des cardeuses du bief. Au marché, un berger se tait. "
        "Puis il compte ses sous. « J'en ai bien assez », finit-il par se justifier.",
        ["l'une des cardeuses du bief", "berger"],
    ),
    "who says I in her own sentence": (
        "Plus loin, Aude Roc cherche un four « j'ai trois sacs, mes sœurs en ont dix ».",
        ["Aude Roc"],
    ),
    "a sentence that begins with who": (
        "« Ramez donc ! », s'agace le bailli.\n\nQui poursuit : « En mai, le bief est à sec ».",
        ["bailli", "bailli"],
    ),
    "who lets something be understood": (
        "«On a trop cardé» a laissé entendre d'emblée la cheffe des cardeurs, Aude Roc.",
        ["Aude Roc"],
    ),
    "whoever something befell in a headline": (
        "Bergers surpris par la crue à Brume : « le pont était ouvert »\n\nLe bief a débordé.",
        [None],
    ),
    "a name that opens a headline": (
        "Sarde : la roue de Brume est « bien usée »\n\nLe bailli, Luc Sarde, est venu.",
        ["Luc Sarde"],
    ),
    "several things, which speak of nobody else": (
        "« La roue tourne », dit Luc Sarde.\n\nCertains sacs sont pleins. « On en coud dix par "
        "jour. »",
        ["Luc Sarde", "Luc Sarde"],
    ),
    "a body whose view it is": (
        "Pour le Snad, ce péage « vide le bief des meuniers ».",
        ["Snad"],
    ),
    "a next line that says who": (
        "Les sacs ont pris l'eau :\n\n« on les avait cousus en mai »\n\nsoupire Luc Tavel, berger "
        "au bief.",
        ["Luc Tavel"],
    ),
    "who is told of before she is named": (
        "« J'ai vu dix crues au lavoir. » Cardeuse à Brae, près du bief, depuis trente ans, Ida "
        "Morvil montre la roue.",
        ["Ida Morvil"],
    ),
    "a while between a helping verb and its participle": (
        'Le péage du bief est "honteux", a peu après dénoncé Ida Morvil.',
        ["Ida Morvil"],
    ),
    "two people and what they are, inside the marks": (
        '"On ne hait pas la roue, confient Ida Roc et Luc Tavel, les meuniers de Brae. Le bief, '
        'lui, nous déplaît."',
        ["Ida Roc et Luc Tavel", "Ida Roc et Luc Tavel"],
    ),
    "a thing behind who speaks, inside the marks": (
        '"On rame, confie Ida Roc, les rames sont lourdes."',
        ["Ida Roc", "Ida Roc"],
    ),
    "what banners say": (
        "« Rendez le bief », « Pas de péage au moulin » ou « Le lavoir vivra », pouvait-on lire "
        "sur les pancartes. Sur une banderole : « Le moulin est à nous ». « On reste », dit "
        "Aude Roc.",
        ["Aude Roc"],
    ),
    "us as whoever hears it": (
        "« Le four fume », nous souffle d'emblée Ida Noret, potière.",
        ["Ida Noret"],
    ),
    "who says what stands before a gerund": (
        "Un âne, « vieux, a fui l'enclos », a noté Luc Sarde, ajoutant que « la mule dort ».",
        ["Luc Sarde", "Luc Sarde"],
    ),
    "whose view it was, in the next line or clause": (
        "« La meule grince », c'est le verdict d'Ida Noret. « Rien ne presse. » C'est l'avis du "
        "meunier de Brae.",
        ["Ida Noret", "meunier de Brae"],
    ),
    "a noun that is also a verb behind a form of being": (
        "Près du four, Ida Noret reste philosophe : « Je cuirai demain. »",
        ["Ida Noret"],
    ),
    "a title that tells a calling": (
        "Me Ida Noret est venue du bourg. « Le four est à nous », plaide l'avocate.",
        ["Ida Noret"],
    ),
    "another noun for an office": (
        "Le maire de Brae, Luc Sarde, a pesé le sac. « Trop lourd », tranche le premier magistrat. "
        "« On repèse », ajoute l'édile.",
        ["Luc Sarde", "Luc Sarde"],
    ),
    "a calling of two words": (
        "Ida Noret, élue de Brae, tond ses brebis. « La laine gratte », avoue l'élue-éleveuse.",
        ["Ida Noret"],
    ),
    "a party behind an office": (
        "Le député Luc Sarde a pesé le sac. « Trop lourd », tranche l'élu Vert.",
        ["Luc Sarde"],
    ),
    "who leads another body": (
        "« Ça cuit », dit Ida Noret, dirigeante de Fourlac. « Ça sèche », dit Aude Sarde, "
        "présidente de Laines Brae. « Ça fume », redit la dirigeante de Fourlac.",
        ["Ida Noret", "Aude Sarde", "Ida Noret"],
    ),
    "a passive that tells nobody who judged": (
        "Ida Noret est qualifiée de « tête de mule du bourg », mais Luc Sarde rit.",
        [None],
    ),
    "the same noun again": (
        "« Le four fume », dit un potier. « Le bois manque », note une mairesse. « Il fumera », "
        "redit le même potier.",
        ["potier", "mairesse", "potier"],
    ),
    "what goes on in a clause of what is asked": (
        "Ida Noret a demandé à Luc Sarde de « moudre ailleurs » parce qu'il « n'a plus payé ».",
        ["Ida Noret", "Ida Noret"],
    ),
    "a word that only stresses the subject": (
        "Les potiers eux parlent d'une « belle fournée ».",
        ["potiers"],
    ),
    "the subject of what a quotation opens": (
        "« Ils ont tout pris » : une potière de Brae accuse un client, révèle le site Brae Info.",
        ["potière de Brae"],
    ),
    "one of several, in a later clause": (
        "Ida Noret jure qu'un des clients lui a répondu « payez donc ».",
        ["un des clients"],
    ),
    "who confirms it, before a colon": (
        "Le CFB a pesé le grain, comme le confirme Luc Sarde : « Il manque un sac. »",
        ["Luc Sarde"],
    ),
    "a comma behind the subject": (
        "La préfète de Brae, a ensuite souligné que le four était « sans clé ».",
        ["préfète de Brae"],
    ),
    "a man who is not the woman before": (
        "Une passante crie : « Au feu ! » Un potier sort. Le jeune homme dort. « J'ai rêvé. »",
        ["passante", "jeune homme"],
    ),
    "another verb inside the marks": (
        '"Ici, traduit la potière, tout sèche."',
        ["potière", "potière"],
    ),
    "a noun that no list has": (
        "Ida Noret dit que le barde a crié « payez donc ».",
        ["barde"],
    ),
}


@pytest.mark.parametrize(("text", "speakers"), CASES.values(), ids=CASES)
def test_a_french_quote_finds_its_speaker(text: str, speakers: list[str | None]) -> None:
    quotes = find_quotes(text, (), "fr")
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers
