package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FieldType;
import io.zhike.entity.GeoPoint;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import io.zhike.sheet.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DataType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A place on earth: longitude and latitude (WGS 84, to a centimetre) and what people call it. In the language it is its address. */
record LocationType() implements FieldType {
    static final String LONGITUDE = "lng";
    static final String LATITUDE = "lat";
    static final String ADDRESS = "address";

    private static final int PLACES = 7;
    private static final int ADDRESS_LENGTH = 500;

    static final FieldKind KIND = new Kind("location", "位置", "Location", List.of(), LocationType::parse);

    private static LocationType parse(FieldProperties from) {
        return new LocationType();
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Type valueType() {
        return Type.TEXT;
    }

    @Override
    public Storage storage() {
        Map<String, DataType<?>> parts = new LinkedHashMap<>();
        parts.put(LONGITUDE, Columns.DECIMAL);
        parts.put(LATITUDE, Columns.DECIMAL);
        parts.put(ADDRESS, Columns.TEXT);
        return new Storage.Parts(parts);
    }

    @Override
    public Reading read(JsonNode value, ValueContext context) {
        if (value.isNull() || value.isMissingNode()) {
            return Reading.BLANK;
        }
        if (value.isString()) {
            return text(value.stringValue());
        }
        Optional<BigDecimal> longitude = degrees(value.path(LONGITUDE));
        Optional<BigDecimal> latitude = degrees(value.path(LATITUDE));
        JsonNode address = value.path(ADDRESS);
        boolean named = address.isString() || address.isNull() || address.isMissingNode();
        return longitude.isEmpty() || latitude.isEmpty() || !named
                ? refuse(EntityText.NOT_A_LOCATION)
                : point(longitude.get(), latitude.get(), CleanText.line(address.stringValue("")));
    }

    @Override
    public Reading read(Cell cell, ValueContext context) {
        return switch (cell) {
            case Cell.Blank() -> Reading.BLANK;
            case Cell.Text(String text) -> text(text);
            case Cell.Broken broken -> refuse(EntityText.CELL_ERROR, broken.why());
            case Cell.Number ignored -> refuse(EntityText.NOT_A_LOCATION);
            case Cell.Date ignored -> refuse(EntityText.NOT_A_LOCATION);
            case Cell.DateTime ignored -> refuse(EntityText.NOT_A_LOCATION);
            case Cell.Bool ignored -> refuse(EntityText.NOT_A_LOCATION);
        };
    }

    @Override
    public JsonNode write(Object value) {
        GeoPoint point = (GeoPoint) value;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(LONGITUDE, Decimals.bare(point.longitude()).toPlainString());
        json.put(LATITUDE, Decimals.bare(point.latitude()).toPlainString());
        if (point.address() != null) {
            json.put(ADDRESS, point.address());
        }
        return json;
    }

    /** {@code 113.93,22.53 address}: what {@link #read} takes again. */
    @Override
    public String display(Object value, ValueContext context) {
        GeoPoint point = (GeoPoint) value;
        String degrees = Decimals.bare(point.longitude()).toPlainString() + ","
                + Decimals.bare(point.latitude()).toPlainString();
        return point.address() == null ? degrees : degrees + " " + point.address();
    }

    @Override
    public Optional<String> searchText(Object value) {
        return Optional.ofNullable(((GeoPoint) value).address());
    }

    @Override
    public ObjectNode valueSchema() {
        ObjectNode schema = Schemas.object();
        schema.putArray("type").add("object").add("null");
        ObjectNode properties = schema.putObject("properties");
        properties.set(LONGITUDE, Schemas.decimalValue());
        properties.set(LATITUDE, Schemas.decimalValue());
        properties.set(ADDRESS, Schemas.textValue(ADDRESS_LENGTH));
        schema.putArray("required").add(LONGITUDE).add(LATITUDE);
        return schema;
    }

    @Override
    public void writeProperties(ObjectNode field) {
        // Nothing can be set.
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "位置（经度、纬度、地址）" : "a place (longitude, latitude, address)";
    }

    private Reading text(String text) {
        String line = CleanText.line(text);
        if (line.isEmpty()) {
            return Reading.BLANK;
        }
        String[] parts = line.replace('，', ',').split("\\s*,\\s*|\\s+", 3);
        Optional<BigDecimal> longitude = Decimals.number(parts[0]);
        Optional<BigDecimal> latitude = parts.length < 2 ? Optional.empty() : Decimals.number(parts[1]);
        return longitude.isEmpty() || latitude.isEmpty()
                ? refuse(EntityText.NOT_A_LOCATION)
                : point(longitude.get(), latitude.get(), parts.length == 3 ? CleanText.line(parts[2]) : "");
    }

    private Reading point(BigDecimal longitude, BigDecimal latitude, String address) {
        if (!within(longitude, 180) || !within(latitude, 90)) {
            return refuse(EntityText.NOT_ON_EARTH);
        }
        int length = address.codePointCount(0, address.length());
        if (length > ADDRESS_LENGTH) {
            return refuse(EntityText.TOO_LONG, ADDRESS_LENGTH, length);
        }
        return Reading.of(new GeoPoint(rounded(longitude), rounded(latitude), address.isEmpty() ? null : address));
    }

    private static Optional<BigDecimal> degrees(JsonNode node) {
        return node.isString() ? Decimals.number(node.stringValue()) : Decimals.of(node);
    }

    private static boolean within(BigDecimal degrees, int most) {
        return degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** Receivers send fifteen digits, of which seven mean something. */
    private static BigDecimal rounded(BigDecimal degrees) {
        return Decimals.bare(degrees.scale() > 1000 ? BigDecimal.ZERO : degrees.setScale(PLACES, RoundingMode.HALF_UP));
    }
}
