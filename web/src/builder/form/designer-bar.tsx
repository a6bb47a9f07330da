import { labelText, useLanguage } from "@/i18n";
import { usePublishing } from "../draft/use-publishing";
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
};

export function DesignerBar({ app, designer, mode, setMode, phone, setPhone, editing, show }: Props) {
  const { t, language } = useLanguage();
  const publishing = usePublishing(designer);
  const { design } = designer;
  const wayTo = (path: string) => {
    const key = keyOfIssue(path, design);
    if (key === null) return null;
    return () => {
      publishing.close();
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
        publish={publishing.begin}
      />
      {publishing.open && (
        <PublishDialog app={app} entity={design.entity.code} close={publishing.close} wayTo={wayTo} />
      )}
    </>
  );
}
