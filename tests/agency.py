"""An agency's text of our own, and what houses make of it."""

import re

STORY = """A cargo ferry ran aground off the lighthouse of Merrin before dawn on Tuesday, and 48 \
passengers were taken ashore in small boats while the tide was still falling.

Nobody was hurt, the coast guard said, though 11 people were treated for the cold in the hall of a \
primary school, where the village had laid out blankets, soup and dry clothes.

The Gannet was on her way from Halden to the islands with 230 tonnes of timber and 16 lorries. She \
had left the harbour 40 minutes late after a pump failed, according to the shipping line.

The captain, who has sailed the strait for 27 years, steered close to the rocks to keep out of the \
way of a fishing fleet. Investigators want to know why two warning lights on the shore were dark.

Divers found a tear of 9 metres in the hull. A tug from Ternwick is expected to pull the ship free \
with the spring tide on Thursday, and barriers were laid around her to hold back the oil.

Island shops have bread and milk for 5 days. A smaller ferry will carry food and medicine from \
Wednesday, the county said, and nurses will be flown over by helicopter if the weather allows it."""

LOCAL = """In the Quay Inn the talk on Tuesday night was of little else. Ida Roe, who runs the \
place with her sister, had six crew members at her tables and a pot of mussels on the stove.

Her grandfather was a pilot here when the old light still burned with paraffin, and she keeps his \
logbook behind the bar, open at the page of a stranding in a spring long before the war."""

APART = """Forty-eight travellers owe their dry feet to the fishermen of Merrin, who put out in \
open boats when the Gannet struck the reef below the lighthouse in the small hours of Tuesday.

Why the ferry came so close is now for the inspectors to find out. Two lamps that should have \
warned her master had gone out, and neighbours say that they had complained since the autumn.

Salvage will have to wait for higher water later in the week. Until then booms lie around the \
wreck, and the islands live on what is in their larders and on what a helicopter can bring over."""

PARAGRAPHS = STORY.split("\n\n")

REORDERED = "\n\n".join((PARAGRAPHS[0], *PARAGRAPHS[:1:-1], PARAGRAPHS[1]))
SHORTENED = "\n\n".join(PARAGRAPHS[:2])
BEGUN_ANEW = "\n\n".join((*LOCAL.split("\n\n"), *PARAGRAPHS[1:]))
IN_HOUSE_STYLE = STORY.replace(" metres", "m").replace("Tuesday", "Tues.").replace(" two ", " 2 ")
CHANGES = {
    "before dawn": "in the early hours",
    "small boats": "dinghies",
    "Nobody was hurt": "There were no injuries",
    "laid out": "brought",
    "had left": "left",
    "according to": "said",
    "want to know": "ask",
    "Divers found": "There is",
    "is expected to": "will",
    "allows it": "permits",
}
EDITED = re.sub("|".join(CHANGES), lambda found: CHANGES[found.group()], STORY)
COPIES = (STORY, REORDERED, SHORTENED, BEGUN_ANEW, IN_HOUSE_STYLE, EDITED)
"""Made from the same text."""


def forecast(day: str, *degrees: int) -> str:
    """One form with other numbers every day."""
    one, two, three, four, five, six = degrees
    return f"""The weather office in Halden expects a mild {day} with broken cloud over the county.

In the north it will be {one} degrees at noon and {two} at night, and on the coast {three} degrees \
with a wind of {four} kilometres an hour from the sea. On the hills there may be fog until ten.

The chance of rain is {five} percent. The water in the harbour is {six} degrees warm. Walkers \
should keep off the breakwater while the tide is high, and drivers should take care on bridges."""
