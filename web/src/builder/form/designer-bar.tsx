import { useState } from "react";
import { labelText, useLanguage } from "@/i18n";
import { type Mode, WorkBar } from "../draft/work-bar";
import { PublishDialog } from "../publish/publish-dialog";
import { keyOfIssue } from "./issues";
import type { Designer } from "./use-designer";

type Props = {
  app: string;
  designer: Designer;
  mode: Mode;
  setMode: (mode: Mode) => void;
  phone: boolean;
  setPhone: (phone: boolean) => void;
  /** Who else is at work on this form. */
  editing: string | null;
  show: (key: string) => void;
  failed: (error: unknown) => void;
};

export function DesignerBar({ app, designer, mode, setMode, phone, setPhone, editing, show, failed }: Props) {
  const { t, language } = useLanguage();
  const [publishing, setPublishing] = useState(false);
  const { design } = designer;
  const publish = async () => {
    if (await designer.save()) setPublishing(true);
    else if (designer.error) failed(designer.error);
  };
  const wayTo = (path: string) => {
    const key = keyOfIssue(path, design);
    if (key === null) return null;
    return () => {
      setPublishing(false);
      setMode("design");
      show(key);
    };
  };
  return (
    <>
      <WorkBar
        app={app}
        work={designer}
        name={labelText(design.entity.label, language)}
        look={{ mode, setMode, phone, setPhone, preview: t("builder.preview") }}
        editing={editing}
        publish={() => void publish()}
      />
      {publishing && (
        <PublishDialog app={app} entity={design.entity.code} close={() => setPublishing(false)} wayTo={wayTo} />
      )}
    </>
  );
}
