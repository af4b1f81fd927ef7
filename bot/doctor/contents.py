"""A feed that can be read, but not as it should -> what is wrong, in words.

Each sign has its grade, and three sentences: what it is, what we do about it, what a person can do.
"""

from bot.doctor import Grade, Sign

TELL_THE_SITE = "Nothing is lost. If you like, tell the site."

WORDS = {
    Sign.EMPTY: (
        Grade.HARMS,
        "The feed has no items now.",
        "We go on reading it; what it carries from now on is news.",
        "Look at the site: if it has news, tell it that its feed is empty, or look for another.",
    ),
    Sign.STALE: (
        Grade.HARMS,
        "The newest item is {age} old.",
        "We go on reading it as often as any other.",
        "Look on the site whether its news have another feed now. If so, remove this one and add "
        "that.",
    ),
    Sign.NO_DATES: (
        Grade.HARMS,
        "Items have no date that can be read: {detail} (pubDate, published).",
        "We take the hour at which we first see such an item for its date.",
        "Nothing is needed. If old articles are posted as new ones, ask the site for dates.",
    ),
    Sign.FUTURE_DATES: (
        Grade.HARMS,
        "Items are dated in the future: {detail}.",
        "We leave such a date off, and take the hour at which we first see the item.",
        "Tell the site: its clock, or its time zone, is wrong.",
    ),
    Sign.SAME_DATES: (
        Grade.HARMS,
        "All items have the very same date.",
        "We know articles by their ids and links, and post them in the order of the feed.",
        "Tell the site: it seems to give the hour at which the feed was made.",
    ),
    Sign.NO_GUIDS: (
        Grade.NOTE,
        "Items have no id of their own: {detail} (guid, id).",
        "We know them by their links, else by title and date.",
        "Nothing is needed, unless one article is posted twice: then tell the site.",
    ),
    Sign.NO_LINKS: (
        Grade.HARMS,
        "Items have no link to their article: {detail}.",
        "Of these we can post only what the feed itself carries, without a link.",
        "Look for another feed of the site, or ask the site for links.",
    ),
    Sign.DUPLICATES: (
        Grade.NOTE,
        "Items stand in the feed more than once: {detail}.",
        "We post each once.",
        TELL_THE_SITE,
    ),
    Sign.ENCODING: (
        Grade.NOTE,
        "The feed is not written in the encoding that it declares: {detail}.",
        "We read it by what its bytes are.",
        TELL_THE_SITE,
    ),
    Sign.MENDED: (
        Grade.NOTE,
        "The feed is malformed ({detail}).",
        "We mend what can be mended, and read as far as it goes.",
        "Tell the site: other readers may not be able to read it at all.",
    ),
    Sign.SHORT: (
        Grade.NOTE,
        "The feed carries only {detail}.",
        "We read each article from its own page.",
        "Nothing is needed, unless the site keeps its pages closed.",
    ),
    Sign.TOO_MANY: (
        Grade.NOTE,
        "The feed is an archive: it has {detail}.",
        "We keep to the newest {most_items} of each reading.",
        "Nothing is needed. A shorter feed of the site would spare it work.",
    ),
    Sign.MOVED: (
        Grade.NOTE,
        "The site has moved the feed for good, to {detail} (redirect 301 or 308).",
        "{moving}",
        "Nothing is needed.",
    ),
    Sign.NO_CHANNEL: (
        Grade.STOPS,
        "Its news cannot be posted: {detail}",
        "We go on reading it. As soon as we may post again, we post what is not older than a day.",
        "Allow the bot View Channel, Send Messages and Read Message History there. Or remove the "
        "feed and add it to another channel.",
    ),
    Sign.RECOVERED: (
        Grade.NOTE,
        "The last readings failed ({detail}), but the site has just given the feed.",
        "{next}",
        "Nothing is needed.",
    ),
    Sign.OVERDUE: (
        Grade.STOPS,
        "The feed should have been read {detail} ago, and was not.",
        "A running bot reads a feed within a minute of its time; this one seems to stand still.",
        "The operator of this bot should look whether it runs (newsroom run), and into its log.",
    ),
    Sign.NOT_ASKED: (
        Grade.NOTE,
        "The site was not asked just now, since it wants us to stay away for a while.",
        "{next}",
        "Wait until then; what stands here is from the last reading.",
    ),
    Sign.UNREAD_PAGES: (
        Grade.HARMS,
        "{detail} could not be read. {sentence}",
        "We ask for a page up to {page_tries}, less and less often. An article that cannot be read "
        "is not posted.",
        "Open one of the articles. Where it asks for a subscription or for proof of a person, only "
        "another feed helps.",
    ),
    Sign.PAUSED: (
        Grade.STOPS,
        "The feed is paused: we no longer read it. {why_paused}",
        "Nothing more, until a person resumes it. Its articles so far stay.",
        "When the cause is mended, {commands} resume reads it again at once. If it is gone for "
        "good, {commands} remove.",
    ),
}
