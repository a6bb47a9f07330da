import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useId } from "react";
import { appsQuery } from "@/api/catalogue";
import { labelText, useLanguage } from "@/i18n";
import apps from "../apps/apps.module.css";
import {
  type AppsSaid,
  type NamedApp,
  tidyApps,
  type Which,
  whichBuilt,
  whichUsed,
  withBuilt,
  withUsed,
} from "./app-rights";
import css from "./role.module.css";

export function useNamedApps(): NamedApp[] {
  const { language } = useLanguage();
  return (useQuery(appsQuery).data ?? []).map(({ code, label }) => ({ code, name: labelText(label, language) }));
}

type SentenceProps = {
  what: "apps" | "build";
  which: Which;
  codes: readonly string[];
  named: readonly NamedApp[];
  begin: (which: Which) => void;
  set: (codes: string[]) => void;
};

/** One sentence: a beginning, how many, and where it is some of them, which. */
function Sentence({ what, which, codes, named, begin, set }: SentenceProps) {
  const { t } = useLanguage();
  const id = useId();
  const title = t(`role.${what}.title`);
  return (
    <div className={css.appSentence}>
      <label htmlFor={id}>{title}</label>
      <Select<Which>
        id={id}
        value={which}
        options={(["all", "some", "none"] as const).map((value) => ({ value, label: t(`role.${what}.${value}`) }))}
        onChange={begin}
      />
      {which === "some" && (
        <Select<string[]>
          mode="multiple"
          aria-label={t("role.appsChosen", { what: title })}
          value={[...codes]}
          showSearch={{ optionFilterProp: "label" }}
          options={named.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={set}
        />
      )}
    </div>
  );
}

type Props = { app: string; said: AppsSaid; set: (said: AppsSaid) => void };

/** Which apps are there for a role, and which it may build. */
export function AppRightsPanel({ app, said, set }: Props) {
  const { t } = useLanguage();
  const named = useNamedApps();
  return (
    <section className={apps.panel} aria-label={t("role.appsTitle")}>
      <Sentence
        what="apps"
        which={whichUsed(said)}
        codes={said.apps ?? []}
        named={named}
        begin={(which) => set({ ...said, apps: withUsed(which, app) })}
        set={(codes) => set({ ...said, apps: codes })}
      />
      <Sentence
        what="build"
        which={whichBuilt(said)}
        codes={Array.isArray(said.build) ? said.build : []}
        named={named}
        begin={(which) => set({ ...said, build: withBuilt(which, app) })}
        set={(codes) => set(tidyApps({ ...said, build: codes }))}
      />
      <p className="faint">{t("role.appsHint")}</p>
    </section>
  );
}
