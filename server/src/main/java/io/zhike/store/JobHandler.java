package io.zhike.store;

/**
 * What does the jobs of one kind; a Spring bean. A job runs on one node at a time and at least once: a node that is killed
 * half-way leaves it to another, so that running it again must do no harm.
 *
 * @param <T> the payload, a record that Jackson can write and read
 */
public interface JobHandler<T> {

    /** The name of the kind, such as {@code import.run}; never changes once jobs of it exist. */
    String kind();

    Class<T> payloadType();

    /**
     * Does the job. When it throws, the job stays and is tried again, after two seconds at first and within an hour at
     * last. Jobs that run long look at {@link JobRun#isStopping()} now and then.
     */
    void run(JobRun<T> run);
}
