package dev.cleave.architecture.rule;

import java.util.List;

/** How the code of a context is laid out. */
final class House {

    private House() {}

    static List<Rule> rules() {
        return List.of(new PublicOnlyWhereNeeded(), new NoCodeCycles.OfRooms(), new RoomsSayWhatTheyAreFor(),
                new RoomsSayWhatMayBeNull(), new BasePackageOnlyRegisters(), new MessagesNamedPlainly(),
                new HandlersKeptToThemselves());
    }
}
