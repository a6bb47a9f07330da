package io.zhike.action;

import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Reference;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.notice.CallDetails;
import io.zhike.notice.Channel;
import io.zhike.notice.Credentials;
import io.zhike.notice.NewMessage;
import io.zhike.notice.Outbox;
import io.zhike.outside.OutsideCalls;
import io.zhike.record.WorkedRecord;
import io.zhike.record.WorkedRecord.Given;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Calls another system: what is sent is a row of the outbox, signed and delivered later, once for each run and record. */
@Component
final class CallWebhook implements Action {
    private static final String URL = "url";
    private static final String METHOD = "method";
    private static final String HEADERS = "headers";
    private static final String NAME = "name";
    private static final String VALUE = "value";
    private static final String POST = "POST";
    private static final int MOST_PARTS = 100;
    private static final int MOST_HEADERS = 20;
    private static final int LONGEST_URL = 2_000;

    /** What belongs to the connection, and what tells the other side that it is us. */
    private static final Set<String> OURS = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "expect",
            "host",
            "idempotency-key",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "webhook-id",
            "webhook-signature",
            "webhook-timestamp");

    private final Outbox outbox;
    private final OutsideCalls outside;

    CallWebhook(Outbox outbox, OutsideCalls outside) {
        this.outbox = outbox;
        this.outside = outside;
    }

    @Override
    public ActionText text() {
        return new ActionText(
                "webhook",
                ActionGroup.OUTSIDE,
                new Label("调用外部系统", "Call another system"),
                new Label(
                        "把记录的内容以 JSON 发到别的系统，带签名；对方没收到会自动重试，失败的可以在「邮件与消息」的「发送记录」里重发。内网地址要先由服务器管理员放行。",
                        "Sends values of the record to another system as signed JSON, tries again while it is not taken, and shows what failed with the messages. Addresses of your own network have to be allowed by the server's operator first."),
                new Label("调用 {url}", "call {url}"));
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .with(
                        URL,
                        new Label("地址", "Address"),
                        new Label(
                                "https:// 开头。主机名后面可以带 {字段}。",
                                "Begins with https://. Behind the host it may hold {field}."),
                        "url",
                        DocumentSchema.text(LONGEST_URL).put("minLength", 1))
                .with(
                        CallBody.FIELDS,
                        new Label("发送的字段", "Fields to send"),
                        new Label(
                                "连同规则、记录编号一起发出；不选则只发记录编号。",
                                "Sent with the rule and the record's id; none for these alone."),
                        "fields",
                        list(DocumentSchema.code().put("x-input", "field")))
                .with(
                        CallBody.OWN,
                        new Label("自定义内容", "Contents of your own"),
                        new Label(
                                "对方要求别的格式时逐项写名称和值，名称用点分层，如 text.content。",
                                "For whoever wants another form: names and values; dots in a name make levels, as in text.content."),
                        "list",
                        list(part()))
                .with(
                        METHOD,
                        new Label("方法", "Method"),
                        new Label("一般用 POST。", "Usually POST."),
                        "choice",
                        Parameters.oneOf(List.of(POST, "PUT")).put("default", POST))
                .with(
                        HEADERS,
                        new Label("请求头", "Headers"),
                        new Label(
                                "对方需要时填写。密码、令牌选凭据，由管理员保管，谁也看不到；其他的直接填值。",
                                "Where the other side wants some. Passwords and tokens are credentials, kept by administrators and read by nobody; write the value of others."),
                        "list",
                        list(header()).put("maxItems", MOST_HEADERS))
                .requiring(URL)
                .schema();
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode list =
                JsonNodeFactory.instance.objectNode().put("type", "array").put("maxItems", MOST_PARTS);
        list.set("items", items);
        return list;
    }

    private static ObjectNode part() {
        return new Parameters()
                .with(
                        NAME,
                        new Label("名称", "Name"),
                        new Label("对方认识的名称。", "As the other side knows it."),
                        "line",
                        DocumentSchema.text(200).put("pattern", "^[^.\\s]+(\\.[^.\\s]+)*$"))
                .with(
                        VALUE,
                        new Label("值", "Value"),
                        new Label("字段或表达式。", "A field or an expression."),
                        "expression",
                        Parameters.expression())
                .requiring(NAME, VALUE)
                .schema();
    }

    private static ObjectNode header() {
        return new Parameters()
                .with(
                        NAME,
                        new Label("名称", "Name"),
                        new Label("如 X-Api-Version。", "Such as X-Api-Version."),
                        "line",
                        DocumentSchema.text(100).put("pattern", "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"))
                .with(
                        VALUE,
                        new Label("值", "Value"),
                        new Label("英文字母、数字和符号。", "Letters, digits and signs of ASCII."),
                        "line",
                        DocumentSchema.text(LONGEST_URL)
                                .put("pattern", "^[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?$"))
                .with(
                        Credentials.NAMING,
                        new Label("或凭据", "Or a credential"),
                        new Label(
                                "内容只发给凭据写明的地址。管理员在「邮件与消息」的「凭据」里添加。",
                                "Goes to the address of the credential alone. Administrators add some under Mail and messages, Credentials."),
                        "credential",
                        DocumentSchema.code())
                .requiring(NAME)
                .schema();
    }

    @Override
    public ObjectNode example() {
        ObjectNode example =
                JsonNodeFactory.instance.objectNode().put(URL, "https://erp.example.com/hooks/customer?id={number}");
        example.putArray(CallBody.OWN).addObject().put(NAME, "customer.name").put(VALUE, "name");
        return example;
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        List<Issue> issues = new ArrayList<>();
        ActionPlace url = place.at(URL);
        String written = with.path(URL).asString("");
        issues.addAll(url.template(written));
        CallAddress.parse(written).ifPresent(address -> {
            if (!address.hostIsFixed()) {
                issues.add(url.issue(CallMessage.HOST_FIXED));
            } else {
                outside.refused(address.shape()).ifPresent(why -> issues.add(new Issue(url.path(), why)));
            }
        });
        issues.addAll(new CallBody(with).check(place));
        for (int i = 0; i < with.path(HEADERS).size(); i++) {
            JsonNode header = with.path(HEADERS).path(i);
            String name = header.path(NAME).asString("");
            if (header.has(VALUE) == header.has(Credentials.NAMING)) {
                issues.add(place.at(HEADERS).at(i).issue(CallMessage.HEADER_VALUE, name));
            }
            if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
                issues.add(place.at(HEADERS).at(i).at(NAME).issue(CallMessage.HEADER_OURS, name));
            }
        }
        return issues;
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        List<Reference> references =
                new ArrayList<>(place.at(URL).needsOfTemplate(with.path(URL).asString("")));
        references.addAll(new CallBody(with).references(place));
        return references;
    }

    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        Optional<CallAddress> address = CallAddress.parse(with.path(URL).asString(""));
        CallBody body = new CallBody(with);
        List<JsonNode> asked = new ArrayList<>();
        address.ifPresent(
                found -> found.expressions().forEach(text -> asked.add(JsonNodeFactory.instance.stringNode(text))));
        int first = asked.size();
        asked.addAll(body.expressions());
        List<Optional<WorkedRecord>> worked = run.values().of(asked);
        CallDetails details = new CallDetails(
                with.path(METHOD).asString(POST), headers(with, VALUE), headers(with, Credentials.NAMING));
        Outcomes outcomes = new Outcomes(run.subjects().size());
        List<NewMessage> calls = new ArrayList<>();
        for (int i = 0; i < run.subjects().size(); i++) {
            Subject subject = run.subjects().get(i);
            if (worked.get(i).isEmpty()) {
                outcomes.put(i, new Outcome.Skipped(ActionMessage.RECORD_GONE.with()));
                continue;
            }
            List<Given> given = worked.get(i).get().given();
            String text = body.of(run, subject, given, first).toString();
            String filled = address.map(found -> found.with(texts(run, given.subList(0, first))))
                    .orElse("");
            Optional<URI> uri = OutsideCalls.read(filled);
            if (uri.isEmpty()) {
                outcomes.put(i, new Outcome.Failed(CallMessage.URL_UNFIT.with(filled), false));
            } else if (text.length() > NewMessage.LONGEST_TEXT) {
                outcomes.put(i, new Outcome.Failed(CallMessage.BODY_TOO_LONG.with(NewMessage.LONGEST_TEXT), false));
            } else {
                calls.add(new NewMessage(
                        subject.key(),
                        Channel.WEBHOOK,
                        filled,
                        details.method(),
                        text,
                        null,
                        details.json(),
                        Telling.about(run, subject),
                        Telling.source(run)));
                outcomes.put(
                        i,
                        new Outcome.Done(
                                CallMessage.CALLED.with(
                                        details.method(), uri.get().getHost()),
                                List.of()));
            }
        }
        outbox.send(run.ctx(), run.workspace(), calls);
        return outcomes.all();
    }

    private static List<String> texts(ActionRun run, List<Given> given) {
        return given.stream().map(each -> each.text(run.values().context())).toList();
    }

    /** Those that have {@code part}, with what it says. */
    private static Map<String, String> headers(JsonNode with, String part) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (JsonNode each : with.path(HEADERS)) {
            if (each.has(part)) {
                headers.put(each.path(NAME).asString(""), each.path(part).asString(""));
            }
        }
        return headers;
    }
}
