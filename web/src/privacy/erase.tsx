import { DeleteOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Input } from "antd";
import { useId, useState } from "react";
import { erasePersonalData, type Held } from "@/api/privacy";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import {
  type Chosen,
  canErase,
  erasureOf,
  isConfirmed,
  keptThings,
  NOTHING_MORE,
  ownParts,
  relatedParts,
  toggled,
} from "./erasure";
import css from "./privacy.module.css";

type Props = { entity: string; id: string; held: Held; close: () => void };

function More({ held, chosen, choose }: { held: Held; chosen: Chosen; choose: (next: Chosen) => void }) {
  const { t, language } = useLanguage();
  const related = relatedParts(held);
  const kept = keptThings(held);
  if (related.length + kept.length === 0) return null;
  return (
    <fieldset className={css.more}>
      <legend>{t("privacy.also")}</legend>
      {related.map((part) => (
        <Checkbox
          key={part.entity}
          checked={chosen.related.has(part.entity)}
          onChange={(event) =>
            choose({ ...chosen, related: toggled(chosen.related, part.entity, event.target.checked) })
          }
        >
          {t("privacy.alsoRelated", {
            name: labelText(part.label, language),
            fields: part.fields.map((field) => labelText(field.label, language)).join(t("privacy.listAnd")),
            n: part.records,
          })}
        </Checkbox>
      ))}
      {kept.map((one) => (
        <Checkbox
          key={one.kind}
          checked={chosen.kept.has(one.kind)}
          onChange={(event) => choose({ ...chosen, kept: toggled(chosen.kept, one.kind, event.target.checked) })}
        >
          {t("privacy.alsoKept", { name: labelText(one.label, language), n: one.count })}
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** Forgetting somebody: what goes, what may go too, and the name typed out, since nothing brings it back. */
export function Erase({ entity, id, held, close }: Props) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const [chosen, choose] = useState<Chosen>(NOTHING_MORE);
  const [typed, type] = useState("");
  const field = useId();
  const erase = useMutation({
    mutationFn: () => erasePersonalData(entity, id, erasureOf(chosen, typed)),
    onSuccess: async ({ records }) => {
      toast.done(t("privacy.erased", { n: records }));
      close();
      await cache.invalidateQueries({ queryKey: ["records"] });
    },
    onError: toast.failed,
  });
  const own = ownParts(held);
  if (!canErase(held)) return <Alert type="info" showIcon title={t("privacy.nothing")} />;
  return (
    <section className={css.erase}>
      <h3>{t("privacy.erase")}</h3>
      <p className="faint">{t("privacy.eraseText")}</p>
      {own.length > 0 && <p>{t("privacy.goes")}</p>}
      <ul className={css.goes}>
        {own.map((part) => (
          <li key={part.entity}>
            {labelText(part.label, language)}:{" "}
            {part.fields.map((field) => labelText(field.label, language)).join(t("privacy.listAnd"))}
          </li>
        ))}
      </ul>
      <More held={held} chosen={chosen} choose={choose} />
      <Alert type="warning" showIcon title={t("privacy.forever")} />
      <div className={css.confirm}>
        <label htmlFor={field}>{t("privacy.confirm", { name: held.title })}</label>
        <Input id={field} value={typed} autoComplete="off" onChange={(event) => type(event.target.value)} />
      </div>
      <Button
        danger
        type="primary"
        icon={<DeleteOutlined />}
        disabled={!isConfirmed(held, chosen, typed)}
        loading={erase.isPending}
        onClick={() => erase.mutate()}
      >
        {t("privacy.doErase")}
      </Button>
    </section>
  );
}
