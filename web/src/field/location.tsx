import { AimOutlined, EnvironmentOutlined } from "@ant-design/icons";
import { Button, Input, Tooltip } from "antd";
import type { Value } from "@/core/value";
import { useLanguage } from "@/i18n";
import css from "./field.module.css";
import { type DisplayProps, type InputProps, kind, PRESENCE_OPERATORS } from "./kind";

type Place = { address: string; longitude: number | null; latitude: number | null };

function placeOf(value: Value): Place {
  const none: Place = { address: "", longitude: null, latitude: null };
  if (typeof value === "string") return { ...none, address: value };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return none;
  const number = (part: Value | undefined) => (part === null || part === undefined ? null : Number(part));
  const address = typeof value.address === "string" ? value.address : "";
  return { address, longitude: number(value.longitude), latitude: number(value.latitude) };
}

function placeText(place: Place): string {
  if (place.address !== "") return place.address;
  return place.longitude === null || place.latitude === null
    ? ""
    : `${place.longitude.toFixed(5)}, ${place.latitude.toFixed(5)}`;
}

const Place = ({ value }: DisplayProps) => {
  const text = placeText(placeOf(value));
  return (
    <span className="ellipsis" title={text}>
      {text !== "" && <EnvironmentOutlined />} {text}
    </span>
  );
};

function PlaceInput({ id, value, onChange, autoFocus, invalid }: InputProps) {
  const { t } = useLanguage();
  const place = placeOf(value);
  const put = (next: Place) => onChange(placeText(next) === "" ? null : next);
  const here = () =>
    navigator.geolocation.getCurrentPosition(({ coords }) =>
      put({ ...place, longitude: coords.longitude, latitude: coords.latitude }),
    );
  return (
    <div className={css.pair}>
      <Input
        id={id}
        value={place.address}
        autoFocus={autoFocus}
        placeholder={place.address === "" ? placeText(place) || t("field.address") : undefined}
        status={invalid ? "error" : undefined}
        onChange={(event) => put({ ...place, address: event.target.value })}
      />
      <Tooltip title={t("field.here")}>
        <Button icon={<AimOutlined />} aria-label={t("field.here")} onClick={here} />
      </Tooltip>
    </div>
  );
}

export const location = kind({
  types: ["location"],
  Display: Place,
  Input: PlaceInput,
  operators: PRESENCE_OPERATORS,
  editing: "form",
  sortable: false,
  width: 180,
});
