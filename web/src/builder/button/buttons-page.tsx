import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { definitionsQuery, suggestCode } from "@/api/definitions";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import { BuildersOnly } from "../builders-only";
import { useCompany } from "../draft/use-company";
import { useDraft } from "../draft/use-draft";
import { useUndoKeys } from "../draft/use-undo-keys";
import page from "../form/designer.module.css";
import { words } from "../form/new-parts";
import type { Target } from "./actions";
import css from "./builder.module.css";
import { ButtonList } from "./button-list";
import { ButtonProperties } from "./button-properties";
import { ButtonsBar } from "./buttons-bar";
import { added, type ButtonDoc, changed, moved, removed } from "./model";
import { TryIt } from "./try-it";
import { useTargets } from "./use-targets";
import { BUTTON_WAYS, type ButtonsCopy } from "./ways";

type LoadedProps = { app: string; entity: Target; first: ButtonsCopy };

/** Which button is worked on, in the address, so that a link can lead to it. */
function useChosen(): [string | null, (code: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const choose = (code: string | null) => setSearch(code === null ? {} : { button: code }, { replace: true });
  return [search.get("button"), choose];
}

/** What is typed after a button was made is its name: put its code into the answer, and the name is selected once it is shown. */
function useNaming(shown: string | undefined) {
  const fresh = useRef<string | null>(null);
  useEffect(() => {
    if (shown === undefined || fresh.current !== shown) return;
    fresh.current = null;
    document.querySelector<HTMLInputElement>("input[data-label]")?.select();
  }, [shown]);
  return fresh;
}

/** Every code that is taken, by buttons of other entities too. */
function useTaken(app: string): string[] {
  const items = useQuery(definitionsQuery(app)).data ?? [];
  return items.filter((one) => one.kind === "button").map((one) => one.code);
}

function Loaded({ app, entity, first }: LoadedProps) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const company = useCompany();
  const draft = useDraft({ app, code: entity.code, ways: BUTTON_WAYS, first, met: company.met });
  const { design: buttons, edit } = draft;
  const [wanted, choose] = useChosen();
  const taken = useTaken(app);
  const [adding, setAdding] = useState(false);
  const chosen = buttons.find((one) => one.code === wanted) ?? buttons[0];
  const fresh = useNaming(chosen?.code);
  const insert = async (make: (code: string) => ButtonDoc, name: string) => {
    if (adding) return;
    setAdding(true);
    try {
      const code = await suggestCode(`${entity.code} ${name}`, [...taken, ...buttons.map((one) => one.code)]);
      fresh.current = code;
      edit((all) => added(all, make(code)));
      choose(code);
    } catch (error) {
      toast.failed(error);
    } finally {
      setAdding(false);
    }
  };
  const add = () => {
    const label = words(t("buttonBuilder.sample"), language);
    const fresh = { kind: "button" as const, app, label, entity: entity.code, set: { values: [] } };
    void insert((code) => ({ ...fresh, code }), t("buttonBuilder.sample"));
  };
  const remove = (code: string) => edit((all) => removed(all, code));
  const keys = useUndoKeys(draft.undo, draft.redo);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that reach here from whatever is focused inside
    <div className={page.page} onKeyDown={keys}>
      <ButtonsBar app={app} entity={entity} draft={draft} editing={company.name} choose={choose} />
      <div className={css.body}>
        <ButtonList
          buttons={buttons}
          chosen={chosen?.code ?? null}
          pick={choose}
          move={(from, to) => edit((all) => moved(all, from, to))}
          remove={remove}
          add={add}
        />
        <div className={css.middle}>
          {chosen ? (
            <ButtonProperties
              key={chosen.code}
              app={app}
              entity={entity}
              button={chosen}
              change={(to, tag) => edit((all) => changed(all, chosen.code, to), tag)}
              double={() => void insert((code) => ({ ...chosen, code }), labelText(chosen.label, language))}
              remove={() => remove(chosen.code)}
            />
          ) : (
            <Empty title={t("buttonBuilder.pick")} text={t("buttonBuilder.none")} />
          )}
        </div>
        {chosen ? <TryIt key={chosen.code} button={chosen} save={draft.save} /> : <aside className={css.column} />}
      </div>
    </div>
  );
}

function ButtonsPage() {
  const { t } = useLanguage();
  const { app = "", entity = "" } = useParams();
  const definitions = useQuery(definitionsQuery(app));
  const { entities } = useTargets(app);
  if (definitions.isPending) return <PageSkeleton />;
  if (definitions.isError) return <Failure error={definitions.error} retry={() => void definitions.refetch()} />;
  const first = BUTTON_WAYS.copyOf(definitions.data, entity);
  const target = entities.find((one) => one.code === entity);
  if (first === null || target === undefined) {
    return <Empty title={t("builder.noForm")} text={t("builder.noFormText")} />;
  }
  return <Loaded key={entity} app={app} entity={target} first={first} />;
}

export function Component() {
  return (
    <BuildersOnly>
      <ButtonsPage />
    </BuildersOnly>
  );
}
