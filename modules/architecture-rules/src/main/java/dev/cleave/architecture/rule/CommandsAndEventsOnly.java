package dev.cleave.architecture.rule;

import java.util.List;

/** Contexts meet only in each other's published language: in commands and events. */
final class CommandsAndEventsOnly {

    private CommandsAndEventsOnly() {}

    static List<Rule> rules() {
        return List.of(new NoOthersInternals(), new NoOthersBeans(), new NoOthersHttp(), new NoQueryLeaves(),
                new MessagesTravelByAxon(),
                new InternalMessagesStayInside(), new PublishedLanguageStandsAlone(), new PublishedLanguageIsValues(),
                new NothingHandledInVain(), new NoCodeCycles.OfContexts());
    }
}
