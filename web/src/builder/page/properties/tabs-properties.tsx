import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { labelText, useLanguage } from "@/i18n";
import { LabelField } from "../../properties/label-field";
import css from "../../properties/properties.module.css";
import type { PropertiesProps } from "../kinds";
import { freeCode } from "../model";

/** The pages of the tabs, with their names; what one holds goes with it. */
export function TabsProperties({ block, set, design }: PropertiesProps<"tabs">) {
  const { t, language } = useLanguage();
  const add = () => {
    const code = freeCode(design, `tab_${block.tabs.length + 1}`);
    const label = { [language]: t("page.build.tab", { n: block.tabs.length + 1 }) };
    set((one) => ({ ...one, tabs: [...one.tabs, { code, label, blocks: [] }] }));
  };
  return (
    <div className={css.list}>
      {block.tabs.map((tab, at) => (
        <div key={tab.code} className={css.card}>
          <LabelField
            name={t("page.build.tab", { n: at + 1 })}
            value={tab.label}
            set={(label) =>
              set(
                (one) => ({ ...one, tabs: one.tabs.map((it) => (it.code === tab.code ? { ...it, label } : it)) }),
                tab.code,
              )
            }
          />
          {block.tabs.length > 1 && (
            <Button
              size="small"
              type="text"
              danger
              icon={<DeleteOutlined />}
              onClick={() => set((one) => ({ ...one, tabs: one.tabs.filter((it) => it.code !== tab.code) }))}
            >
              {t("page.build.take", { name: labelText(tab.label, language) })}
            </Button>
          )}
        </div>
      ))}
      <Button type="dashed" icon={<PlusOutlined />} onClick={add}>
        {t("builder.addTab")}
      </Button>
    </div>
  );
}
