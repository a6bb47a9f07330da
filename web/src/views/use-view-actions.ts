import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "@/api/keys";
import type { EntityInfo, ViewInfo } from "@/api/types";
import {
  createPersonalView,
  deletePersonalView,
  deleteSharedView,
  replacePersonalView,
  setUsualView,
  shareView,
} from "@/api/views";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";

const newCode = () => `view_${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;

/** What can be done with views. Each says in words how it went; what fails changes nothing. */
export function useViewActions(entity: EntityInfo, open: (code: string | null) => void) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<string | null | undefined>, done: string): Promise<boolean> => {
    setBusy(true);
    try {
      const code = await work();
      await cache.invalidateQueries({ queryKey: keys.views });
      if (code !== undefined) open(code);
      toast.done(done);
      return true;
    } catch (error) {
      toast.failed(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const share = async (view: ViewInfo, isNew: boolean): Promise<string> => {
    const shown = cache.getQueryData<ViewInfo[]>(keys.views)?.find((one) => one.code === view.code);
    await shareView(view, view.app ?? entity.app, isNew ? null : shown);
    return view.code;
  };
  return {
    busy,
    /** Keeps a view under a new code. */
    create: (view: ViewInfo, scope: "mine" | "shared") =>
      run(
        async () =>
          scope === "mine" ? (await createPersonalView(view)).code : share({ ...view, code: newCode() }, true),
        t(scope === "mine" ? "views.savedMine" : "views.savedShared"),
      ),
    /** Saves a view that is there, where it is. */
    replace: (view: ViewInfo) =>
      run(
        async () => (view.personal ? (await replacePersonalView(view)).code : share(view, false)),
        t(view.personal ? "views.savedMine" : "views.savedShared"),
      ),
    remove: (view: ViewInfo) =>
      run(async () => {
        await (view.personal ? deletePersonalView(view.code) : deleteSharedView(view.code));
        return null;
      }, t("views.deleted")),
    makeUsual: (view: string | null) =>
      run(async () => {
        await setUsualView(entity.code, view);
        return undefined;
      }, t("views.usualSet")),
  };
}
