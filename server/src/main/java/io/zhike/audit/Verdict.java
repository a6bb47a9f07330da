package io.zhike.audit;

import java.util.Locale;

/** What came of verifying a chain. */
public sealed interface Verdict {

    /**
     * Nothing was changed, removed, inserted or moved since it was sealed.
     *
     * @param first the number that the log begins with; 1 unless older ones were removed when their time was over
     * @param last the last number given
     * @param hash of the chain up to there, hexadecimal
     * @param waiting how many entries are not sealed yet, about which nothing can be said
     */
    record Holds(long first, long last, String hash, long waiting) implements Verdict {
        /** How many entries were verified. */
        public long entries() {
            return last - first + 1;
        }
    }

    /** @param seq the first number at which the log is not as it was sealed */
    record Broken(long seq, Why why) implements Verdict {}

    /** In which way a log is not as it was sealed. */
    enum Why {
        CHANGED("内容与封存时不一致", "its content is not what was sealed"),
        MISSING("缺少这一条", "it is missing"),
        TWICE("这一编号出现多次", "its number is there more than once"),
        CUT_OFF("之后的日志被截断", "the log is cut off after it"),
        NO_ANCHOR("系统库中没有这个工作区的封存记录", "the system schema knows no end of this log"),
        NOT_AS_NOTED("与另行记下的校验值不一致", "its hash is not the one that was noted elsewhere"),
        REMOVED_UNTOLD("之前的日志被清除，却没有相应的清除记录", "what came before it was removed and no entry tells of that");

        private final String zh;
        private final String en;

        Why(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }

        /** As it is answered. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
