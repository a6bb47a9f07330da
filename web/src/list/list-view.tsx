import { lazy, Suspense, useState } from "react";
import { useSearchParams } from "react-router";
import type { EntityInfo } from "@/api/types";
import { usePhone } from "@/app/use-phone";
import { useWhenIdle } from "@/app/use-when-idle";
import type { Value } from "@/core/value";
import { loadInputs } from "@/field/later-input";
import { useSave } from "@/record/use-save";
import { useShortcut } from "@/shortcuts/use-shortcut";
import css from "./list.module.css";
import { ListBody } from "./list-body";
import { ListHead } from "./list-head";
import type { ListState } from "./list-state";
import { NONE, type Selected, selectionSize } from "./selection";
import { useListCommands } from "./use-list-commands";
import { useListData } from "./use-list-data";
import { useListState } from "./use-list-state";
import { useDensity } from "./use-widths";

/** What nobody needs to see the records, and everybody to work with them. */
const loadTools = () => Promise.all([import("@/record/create-drawer"), loadInputs()]);
const CreateDrawer = lazy(async () => ({ default: (await loadTools())[0].CreateDrawer }));
const BulkBar = lazy(async () => ({ default: (await import("./bulk-bar")).BulkBar }));

/** `?new=1` opens the form, so that a command or a link can. */
function useCreating() {
  const [params, setParams] = useSearchParams();
  const creating = params.get("new") !== null;
  const setCreating = (on: boolean) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        if (on) next.set("new", "1");
        else next.delete("new");
        return next;
      },
      { replace: true },
    );
  return { creating, setCreating };
}

/** What is chosen, for as long as the list asks the same question; a phone also has a mode in which a tap chooses. */
function useSelection(asked: string) {
  const [held, hold] = useState({ asked, selected: NONE as Selected, picking: false });
  const { selected, picking } = held.asked === asked ? held : { selected: NONE, picking: false };
  return {
    selected,
    picking: picking || selectionSize(selected) !== 0,
    select: (next: Selected) => hold({ asked, selected: next, picking: picking && next !== NONE }),
    setPicking: (on: boolean) => hold({ asked, selected: on ? selected : NONE, picking: on }),
  };
}

/** The list of an entity: rows first, everything in its URL. */
export function ListView({ entity }: { entity: EntityInfo }) {
  const phone = usePhone();
  const { state, change } = useListState();
  const data = useListData(entity, state);
  const { view, query, columns, rows, counted } = data;
  const asked = JSON.stringify([state.view, query.where, query.search]);
  const { selected, select, picking, setPicking } = useSelection(asked);
  const { density, setDensity } = useDensity();
  const { creating, setCreating } = useCreating();
  const [given, setGiven] = useState<Record<string, Value>>({});
  const { save, dialog } = useSave(entity);
  const put = (part: Partial<ListState>, replace?: boolean) => {
    select(NONE);
    change(part, replace);
  };
  const shared = {
    entity,
    change: put,
    density,
    phone,
    picking,
    create: (values: Record<string, Value> = {}) => {
      setGiven(values);
      setCreating(true);
    },
  };
  useShortcut("create", () => shared.create(), entity.rights.create && !creating);
  useListCommands(entity);
  useWhenIdle(loadTools);
  return (
    <div className={css.page}>
      <ListHead
        {...shared}
        {...counted}
        view={view}
        query={query}
        columns={columns}
        state={state}
        setDensity={setDensity}
        setPicking={setPicking}
      />
      <ListBody {...shared} data={data} selected={selected} select={select} save={(edit) => void save(edit)} />
      <Suspense fallback={null}>
        {selectionSize(selected) !== 0 && (
          <BulkBar
            entity={entity}
            query={query}
            selected={selected}
            select={select}
            loaded={data.groups ? data.groups.rows.length : rows.rows.length}
            count={counted.count}
          />
        )}
        {creating && (
          <CreateDrawer
            entity={entity}
            given={given}
            stay={data.type !== "list"}
            close={() => {
              setCreating(false);
              setGiven({});
            }}
          />
        )}
      </Suspense>
      {dialog}
    </div>
  );
}
