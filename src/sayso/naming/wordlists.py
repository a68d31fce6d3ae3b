"""Word lists: the small closed sets of words that the rules of naming look at."""


def words(text: str) -> frozenset[str]:
    """The words of a text, for lists that read better as running words."""
    return frozenset(text.split())


# What speaks for those who made it.
WORDS_OF = words(
    """
    statement communique communiqué declaration bulletin letter motion petition complaint announcement memo tweet post
    message release verdict ruling lawsuit resolution indictment speech remark comment warning report website summary
    estimate study testimony interview account decision article investigation data datum request survey poll
    """
)
# What says something without anyone being named who says it.
NOBODY = words(
    """
    footage video image photo photograph picture document record intelligence law act constitution map evidence figure
    rumour rumor news file paper book film audio tape recording banner placard sign some it this that which what news
    result finding analysis test trial hearing proclamation ordinance decree chart graph theory saying proverb notice label
    guideline criterion criteria standard rule regulation definition methodology method calculation schedule timetable
    protocol formula model forecast evolution agenda tradition custom
    """
)
