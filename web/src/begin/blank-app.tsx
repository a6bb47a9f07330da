import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { type FormEvent, lazy, Suspense, useId, useState } from "react";
import { useSearchParams } from "react-router";
import { appsQuery } from "@/api/catalogue";
import { useLanguage } from "@/i18n";
import css from "./begin.module.css";
import { useCreateApp } from "./use-create-app";

/** Most first pages have no app to choose yet. */
const AppChoice = lazy(() => import("./app-choice"));

/** A named app, blank or like one that is there; `?like=` in the address chooses which. */
export function BlankApp() {
  const { t } = useLanguage();
  const id = useId();
  const create = useCreateApp();
  const apps = useQuery(appsQuery).data ?? [];
  const [search] = useSearchParams();
  const [label, setLabel] = useState("");
  const [copyOf, setCopyOf] = useState(search.get("like") ?? undefined);
  const [asked, setAsked] = useState(false);
  const missing = asked && label.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (label.trim() !== "") create.mutate({ label: label.trim(), ...(copyOf ? { copyOf } : {}) });
  };
  return (
    <form className={css.fields} onSubmit={submit} noValidate>
      <label htmlFor={`${id}-name`}>{t("begin.blank.name")}</label>
      <Input
        id={`${id}-name`}
        value={label}
        status={missing ? "error" : undefined}
        aria-invalid={missing}
        aria-describedby={missing ? `${id}-missing` : undefined}
        placeholder={t("begin.blank.placeholder")}
        maxLength={60}
        autoFocus={search.has("like")}
        onChange={(event) => setLabel(event.target.value)}
      />
      {missing && (
        <span id={`${id}-missing`} className="bad" role="alert">
          {t("begin.blank.required")}
        </span>
      )}
      {apps.length > 0 && (
        <>
          <label htmlFor={`${id}-like`}>{t("begin.blank.like")}</label>
          <Suspense fallback={<Input disabled />}>
            <AppChoice id={`${id}-like`} apps={apps} value={copyOf} onChange={setCopyOf} />
          </Suspense>
          <span className="faint">{t("begin.blank.likeHint")}</span>
        </>
      )}
      <Button htmlType="submit" loading={create.isPending} className={css.create}>
        {t("begin.blank.action")}
      </Button>
    </form>
  );
}
