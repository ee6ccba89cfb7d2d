package dev.cleave.platform.processing;

import java.util.Set;

/** Told whenever a view of a context has committed, so that those who wait for it look again. */
public interface ViewCommits {

    /**
     * @param context the view's context
     * @param aggregateIds the aggregates whose events the view has taken in
     */
    void committed(String context, Set<String> aggregateIds);
}
