import { CopyOutlined, DeleteOutlined, DownloadOutlined, EllipsisOutlined, HistoryOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useNavigate } from "react-router";
import { packageAddress } from "@/api/catalogue";
import { type DefinitionInfo, deleteDefinition } from "@/api/definitions";
import { keys } from "@/api/keys";
import { useBuilding } from "@/app/builds";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";

/** What refers to others goes before what it refers to, and the app at last. */
const ORDER = ["view", "record_page", "form", "sharing", "role", "entity", "app"];

type Props = { app: string; own: DefinitionInfo; definitions: DefinitionInfo[]; deleted: () => void };

/** What is done with an app as a whole. */
export function AppActions({ app, own, definitions, deleted }: Props) {
  const { t, language } = useLanguage();
  const { modal } = App.useApp();
  const toast = useToast();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const name = labelText(own.label, language);
  const remove = async () => {
    const rank = (one: DefinitionInfo) => (ORDER.indexOf(one.kind) + ORDER.length) % ORDER.length;
    const all = definitions.filter((one) => one.state !== "deleted").sort((a, b) => rank(a) - rank(b));
    try {
      for (const one of all) await deleteDefinition(one.kind, one.code);
      deleted();
    } catch (error) {
      toast.failed(error);
    }
    await cache.invalidateQueries({ queryKey: keys.allDefinitions });
  };
  const ask = () =>
    void modal.confirm({
      title: t("builder.app.deleteTitle", { name }),
      content: t("builder.app.deleteText", { n: definitions.filter((one) => one.kind === "entity").length }),
      okText: t("builder.app.deleteGo"),
      cancelText: t("common.cancel"),
      okButtonProps: { danger: true },
      onOk: remove,
    });
  const everything = useBuilding().all;
  const forAdministrators = [
    {
      key: "copy",
      icon: <CopyOutlined />,
      label: t("builder.app.copy"),
      onClick: () => void navigate(paths.copyApp(app)),
    },
    {
      key: "package",
      icon: <DownloadOutlined />,
      label: (
        <a href={packageAddress(app)} download>
          {t("builder.app.export")}
        </a>
      ),
    },
  ];
  const items = [
    ...(everything ? forAdministrators : []),
    {
      key: "revisions",
      icon: <HistoryOutlined />,
      label: t("builder.revisions.title"),
      onClick: () => void navigate(paths.revisions),
    },
    ...(everything
      ? [{ key: "delete", danger: true, icon: <DeleteOutlined />, label: t("builder.app.delete"), onClick: ask }]
      : []),
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
      <Button icon={<EllipsisOutlined />} aria-label={t("common.more")} />
    </Dropdown>
  );
}
