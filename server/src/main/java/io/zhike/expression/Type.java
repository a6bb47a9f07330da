package io.zhike.expression;

import io.zhike.message.Label;

/**
 * What kind of value an expression gives. The Java values are: text {@code String}, number {@code BigDecimal}, boolean
 * {@code Boolean}, date {@code LocalDate}, datetime {@code Instant} (microseconds), duration {@code java.time.Duration}
 * (microseconds, less than 100,000 days), member, department and record {@code UUID}, list {@code List<?>} without
 * blanks; blank is null for every type. An empty text and an empty list are blank.
 */
public sealed interface Type {
    Type TEXT = new Text();
    Type NUMBER = new Number();
    Type BOOL = new Bool();
    Type DATE = new Date();
    Type DATETIME = new DateTime();
    Type DURATION = new Duration();
    Type MEMBER = new Member();
    Type DEPARTMENT = new Department();
    Type BLANK = new Blank();

    /** The stable name in JSON trees, such as {@code datetime}. */
    String code();

    /** The name in messages. */
    Label label();

    record Text() implements Type {
        @Override
        public String code() {
            return "text";
        }

        @Override
        public Label label() {
            return new Label("文本", "text");
        }
    }

    record Number() implements Type {
        @Override
        public String code() {
            return "number";
        }

        @Override
        public Label label() {
            return new Label("数字", "number");
        }
    }

    record Bool() implements Type {
        @Override
        public String code() {
            return "boolean";
        }

        @Override
        public Label label() {
            return new Label("是否", "boolean");
        }
    }

    record Date() implements Type {
        @Override
        public String code() {
            return "date";
        }

        @Override
        public Label label() {
            return new Label("日期", "date");
        }
    }

    record DateTime() implements Type {
        @Override
        public String code() {
            return "datetime";
        }

        @Override
        public Label label() {
            return new Label("日期时间", "date and time");
        }
    }

    record Duration() implements Type {
        @Override
        public String code() {
            return "duration";
        }

        @Override
        public Label label() {
            return new Label("时长", "duration");
        }
    }

    record Member() implements Type {
        @Override
        public String code() {
            return "member";
        }

        @Override
        public Label label() {
            return new Label("成员", "member");
        }
    }

    record Department() implements Type {
        @Override
        public String code() {
            return "department";
        }

        @Override
        public Label label() {
            return new Label("部门", "department");
        }
    }

    /** A record of {@code entity}; paths may go on through it. */
    record RecordOf(String entity) implements Type {
        @Override
        public String code() {
            return "record";
        }

        @Override
        public Label label() {
            return new Label("「" + entity + "」的记录", "record of '" + entity + "'");
        }
    }

    /** A list of {@code element}; never a list of lists. */
    record ListOf(Type element) implements Type {
        public ListOf {
            if (element instanceof ListOf) {
                throw new IllegalArgumentException("a list of lists is not a type");
            }
        }

        @Override
        public String code() {
            return "list";
        }

        @Override
        public Label label() {
            Label of = element.label();
            return new Label(of.zh() + "列表", "list of " + of.en());
        }
    }

    /** The type of the word {@code BLANK} alone; fits every other type. */
    record Blank() implements Type {
        @Override
        public String code() {
            return "blank";
        }

        @Override
        public Label label() {
            return new Label("空值", "blank");
        }
    }
}
