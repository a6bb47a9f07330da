import { DeleteOutlined, EllipsisOutlined, LinkOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { useNavigate } from "react-router";
import { keys } from "@/api/keys";
import { bulkDelete } from "@/api/records";
import type { EntityInfo, Row } from "@/api/types";
import { copyText } from "@/app/copy-text";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import { usePrint } from "@/print/use-print";
import { usePersonalData } from "@/privacy/use-personal-data";
import { useRecordRules } from "@/rules/use-record-rules";
import { useShare } from "@/share/use-share";
import { useWhy } from "@/why/use-why";

type Props = { entity: EntityInfo; row: Row };

function useRemove({ entity, row }: Props) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      const { batch } = await bulkDelete(entity.code, { ids: [row.id] });
      await navigate(paths.list(entity.code));
      await cache.invalidateQueries({ queryKey: keys.records(entity.code) });
      toast.done(t("record.deleted"), batch);
    } catch (error) {
      toast.failed(error);
    }
  };
}

/** What else can be done with a record, in the menu at the end of its head. */
export function MoreActions(props: Props) {
  const { t } = useLanguage();
  const toast = useToast();
  const remove = useRemove(props);
  const print = usePrint(props);
  const share = useShare(props);
  const personal = usePersonalData(props);
  const why = useWhy(props);
  const rules = useRecordRules(props);
  const copyLink = async () => {
    await copyText(window.location.href);
    toast.done(t("common.copied"));
  };
  const items = [
    ...share.items,
    ...print.items,
    { key: "link", icon: <LinkOutlined />, label: t("record.copyLink"), onClick: () => void copyLink() },
    ...why.items,
    ...rules.items,
    ...personal.items,
    ...(props.entity.rights.delete
      ? [
          {
            key: "delete",
            danger: true,
            icon: <DeleteOutlined />,
            label: t("common.delete"),
            onClick: () => void remove(),
          },
        ]
      : []),
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
        <Button icon={<EllipsisOutlined />} aria-label={t("common.more")} />
      </Dropdown>
      {print.dialog}
      {share.dialog}
      {personal.dialog}
      {why.drawer}
      {rules.drawer}
    </>
  );
}
