import { GroupOutlined } from "@ant-design/icons";
import { Button, Popover, Select } from "antd";
import { useId } from "react";
import type { EntityInfo } from "@/api/types";
import { labelText, useLanguage } from "@/i18n";
import { fits } from "@/views/needs";
import css from "./list.module.css";

type Props = { entity: EntityInfo; group: string[]; change: (group: string[]) => void };

/** By which fields the records of a list stand together, two at most. */
export function GroupMenu({ entity, group, change }: Props) {
  const { t, language } = useLanguage();
  const id = useId();
  const options = entity.fields
    .filter((field) => fits(field, "group") && !field.code.includes("."))
    .map((field) => ({ value: field.code, label: labelText(field.label, language) }));
  const content = (
    <div className={css.quickBox}>
      <label htmlFor={id} className="faint">
        {t("views.groupHint")}
      </label>
      <Select
        id={id}
        mode="multiple"
        maxCount={2}
        value={group}
        options={options}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        style={{ width: "100%" }}
        onChange={change}
      />
    </div>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      styles={{ container: { border: "1px solid var(--line)" } }}
      content={content}
    >
      <Button type={group.length > 0 ? "default" : "text"} icon={<GroupOutlined />}>
        {t("views.groupBy")}
      </Button>
    </Popover>
  );
}
