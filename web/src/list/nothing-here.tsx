import { Button } from "antd";
import { useNavigate } from "react-router";
import type { EntityInfo } from "@/api/types";
import { Empty } from "@/app/empty";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import type { ListState } from "./list-state";

type Props = {
  entity: EntityInfo;
  state: ListState;
  /** Whether a view says which records these are. */
  viewed: boolean;
  change: (part: Partial<ListState>) => void;
  create: () => void;
};

/** A list without rows: nothing matches, or there is nothing yet, each with the way on. */
export function NothingHere({ entity, state, viewed, change, create }: Props) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  if (state.filter !== null || state.search !== "") {
    const clear = <Button onClick={() => change({ filter: null, search: "" })}>{t("list.empty.clear")}</Button>;
    return <Empty title={t("list.empty.matchTitle")} text={t("list.empty.matchText")} action={clear} />;
  }
  const make = entity.rights.create && (
    <Button type="primary" onClick={create}>
      {t("list.new")}
    </Button>
  );
  if (viewed) return <Empty title={t("list.empty.matchTitle")} text={t("list.empty.viewText")} action={make} />;
  const action = (
    <>
      {entity.rights.import && (
        <Button onClick={() => void navigate(paths.wizard(entity.code))}>{t("list.import")}</Button>
      )}
      {make}
    </>
  );
  const name = labelText(entity.label, language);
  return <Empty title={t("list.empty.title", { name })} text={t("list.empty.text")} action={action} />;
}
