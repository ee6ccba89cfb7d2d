package dev.cleave.architecture.code.till.desk.slip;

import dev.cleave.architecture.code.till.desk.api.CashCounted;
import dev.cleave.architecture.code.till.desk.api.PayIn;
import dev.cleave.architecture.code.till.desk.api.PayOut;
import dev.cleave.architecture.code.till.desk.api.PrintSlip;
import java.util.List;

final class Slips {

    private Slips() {}

    static Object slip(String till, boolean in) {
        return in ? new PayIn(till) : new PayOut(till);
    }

    static List<Object> both(String till) {
        return List.of(new PrintSlip(till), slip(till, true));
    }

    static CashCounted counted(String till) {
        return new CashCounted(till, false);
    }
}
