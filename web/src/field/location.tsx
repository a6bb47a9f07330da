import { AimOutlined, EnvironmentOutlined } from "@ant-design/icons";
import { Button, Input, Tooltip } from "antd";
import { useState } from "react";
import type { Value } from "@/core/value";
import { useLanguage } from "@/i18n";
import css from "./field.module.css";
import { type DisplayProps, type InputProps, kind, PRESENCE_OPERATORS } from "./kind";

type Place = { address: string; longitude: string; latitude: string };

function placeOf(value: Value): Place {
  const none: Place = { address: "", longitude: "", latitude: "" };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return none;
  const text = (part: Value | undefined) => (part === null || part === undefined ? "" : String(part));
  return { address: text(value.address), longitude: text(value.longitude), latitude: text(value.latitude) };
}

function placeText(place: Place): string {
  if (place.address !== "") return place.address;
  return place.longitude === "" || place.latitude === "" ? "" : `${place.longitude}, ${place.latitude}`;
}

const Place = ({ value }: DisplayProps) => {
  const text = placeText(placeOf(value));
  return (
    <span className="ellipsis">
      {text !== "" && <EnvironmentOutlined />} {text}
    </span>
  );
};

/** A place is its coordinates; the address is what people call it. */
function PlaceInput({ id, value, onChange, autoFocus, invalid }: InputProps) {
  const { t } = useLanguage();
  const [place, setPlace] = useState(() => placeOf(value));
  const put = (next: Place) => {
    setPlace(next);
    const { address, ...degrees } = next;
    const blank = address === "" && degrees.longitude === "" && degrees.latitude === "";
    onChange(blank ? null : address === "" ? degrees : next);
  };
  const here = () =>
    navigator.geolocation.getCurrentPosition(({ coords }) =>
      put({ ...place, longitude: coords.longitude.toFixed(6), latitude: coords.latitude.toFixed(6) }),
    );
  const status = invalid ? "error" : undefined;
  const input = (name: keyof Place, label: string) => (
    <Input
      id={name === "address" ? id : undefined}
      value={place[name]}
      autoFocus={autoFocus && name === "address"}
      placeholder={label}
      aria-label={label}
      status={status}
      inputMode={name === "address" ? "text" : "decimal"}
      onChange={(event) => put({ ...place, [name]: event.target.value })}
    />
  );
  return (
    <div className={css.place}>
      {input("address", t("field.address"))}
      {input("longitude", t("field.longitude"))}
      {input("latitude", t("field.latitude"))}
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
