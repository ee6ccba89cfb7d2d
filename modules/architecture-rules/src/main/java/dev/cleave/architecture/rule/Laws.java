package dev.cleave.architecture.rule;

import java.util.List;

/** The headings under which rules are read, in that order; a system's own rules may have others, which come after them. */
public final class Laws {

    public static final String COMMANDS_AND_EVENTS_ONLY = "Commands and events only";
    public static final String PLACELESS = "Contexts don't know where they are";
    public static final String OWN_DATA = "Own data";
    public static final String ONLY_TRUTH = "Events are the only truth";
    public static final String SAME_EVERYWHERE = "The same in every placement";
    public static final String EVERY_WAIT_ENDS = "Every wait ends";
    public static final String WHO_MAY_SEND = "Every command says who may send it";
    public static final String READABLE_FOREVER = "Events are readable forever";
    public static final String NO_PERSONAL_DATA = "No personal data in events";
    public static final String HOUSE = "House";

    public static final List<String> IN_ORDER = List.of(
            COMMANDS_AND_EVENTS_ONLY, PLACELESS, OWN_DATA, ONLY_TRUTH, SAME_EVERYWHERE, EVERY_WAIT_ENDS, WHO_MAY_SEND,
            READABLE_FOREVER,
            NO_PERSONAL_DATA, HOUSE);

    private Laws() {}
}
