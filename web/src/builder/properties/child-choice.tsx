import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { newDefinition, suggestCode } from "@/api/definitions";
import { keys } from "@/api/keys";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import { words } from "../form/new-parts";
import type { EditorProps } from "./editor";
import { Pick, useEntities } from "./reference-editors";

/** The form whose records are the rows: one that belongs to this entity, or a new one made for it. */
export function ChildChoice({ id, value, set, design, field }: EditorProps) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const { entity } = design;
  const all = useEntities(design);
  const owned = all.filter((one) => {
    const parent = one.fields.find((it) => it.code === (one as { parent?: unknown }).parent);
    return parent?.entity === entity.code;
  });
  const make = useMutation({
    mutationFn: async () => {
      const name = labelText(field.label, language);
      const taken = all.map((one) => one.code);
      const code = await suggestCode(`${labelText(entity.label, language)} ${name}`, taken, true);
      const back = await suggestCode(labelText(entity.label, language), ["name"]);
      await newDefinition({
        kind: "entity",
        code,
        ...(entity.app === undefined ? {} : { app: entity.app }),
        label: field.label,
        parent: back,
        fields: [
          { code: "name", type: "text", label: words(t("builder.rowName"), language), title: true },
          { code: back, type: "relation", entity: entity.code, label: entity.label, required: true },
        ],
      });
      return code;
    },
    onError: toast.failed,
    onSuccess: async (code) => {
      await cache.invalidateQueries({ queryKey: keys.allDefinitions });
      set(code);
    },
  });
  const options = owned.map((one) => ({ value: one.code, label: labelText(one.label, language) }));
  const chosen = typeof value === "string" && value !== "";
  return (
    <>
      {options.length > 0 && <Pick id={id} value={value} set={set} options={options} />}
      {chosen && entity.app !== undefined && (
        <Link to={paths.buildForm(entity.app, String(value))}>{t("builder.designRows")}</Link>
      )}
      {!chosen && (
        <Button
          id={options.length > 0 ? undefined : id}
          type="dashed"
          icon={<PlusOutlined />}
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          {t("builder.newRows")}
        </Button>
      )}
    </>
  );
}
