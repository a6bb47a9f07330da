import {
  BuildOutlined,
  CheckOutlined,
  CheckSquareOutlined,
  DeleteOutlined,
  DownloadOutlined,
  EllipsisOutlined,
  ImportOutlined,
  SortAscendingOutlined,
} from "@ant-design/icons";
import { Button, Dropdown, type MenuProps } from "antd";
import { useNavigate } from "react-router";
import { exportAddress, type ListQuery } from "@/api/records";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { useBuilding } from "@/app/builds";
import { paths } from "@/app/paths";
import { kindOf } from "@/field/registry";
import { labelText, type Translate, useLanguage } from "@/i18n";
import type { Density } from "./grid/types";

type Items = NonNullable<MenuProps["items"]>;
type Props = {
  entity: EntityInfo;
  query: ListQuery;
  columns: FieldInfo[];
  density: Density;
  setDensity: (density: Density) => void;
  sort: string[];
  setSort: (sort: string[]) => void;
  phone: boolean;
  picking: boolean;
  setPicking: (on: boolean) => void;
};

const DENSITIES: Density[] = ["compact", "normal", "roomy"];
const mark = (on: boolean) => (on ? <CheckOutlined /> : <span style={{ width: 14 }} />);

/** A download keeps the page: the server answers with an attachment. */
function download(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}

function densityItems({ density, setDensity }: Props, t: Translate): Items {
  return [
    {
      key: "density",
      type: "group",
      label: t("list.density"),
      children: DENSITIES.map((key) => ({
        key,
        icon: mark(density === key),
        label: t(`list.${key}`),
        onClick: () => setDensity(key),
      })),
    },
    { type: "divider" },
  ];
}

/** Phones have no column headers to sort by, and no boxes to tick until one asks for them. */
function phoneItems(
  { columns, sort, setSort, picking, setPicking }: Props,
  t: Translate,
  name: (field: FieldInfo) => string,
): Items {
  const orders = columns
    .filter((field) => kindOf(field).sortable)
    .slice(0, 6)
    .flatMap((field) => [
      { key: field.code, label: t("list.sortUp", { name: name(field) }) },
      { key: `-${field.code}`, label: t("list.sortDown", { name: name(field) }) },
    ]);
  const children = [{ key: "", label: t("list.sortNone") }, ...orders].map((order) => ({
    ...order,
    key: `sort${order.key}`,
    icon: mark((sort[0] ?? "") === order.key),
    onClick: () => setSort(order.key === "" ? [] : [order.key]),
  }));
  return [
    {
      key: "select",
      icon: <CheckSquareOutlined />,
      label: t(picking ? "list.selectDone" : "list.select"),
      onClick: () => setPicking(!picking),
    },
    { key: "order", icon: <SortAscendingOutlined />, label: t("list.sort"), children },
    { type: "divider" },
  ];
}

export function MoreMenu(props: Props) {
  const { entity, query, phone } = props;
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const building = useBuilding();
  const exports: Items = (["xlsx", "csv"] as const).map((format) => ({
    key: format,
    icon: <DownloadOutlined />,
    label: t(format === "csv" ? "list.exportCsv" : "list.exportXlsx"),
    onClick: () => download(exportAddress(entity.code, format, query)),
  }));
  const items: Items = [
    ...(phone ? phoneItems(props, t, (field) => labelText(field.label, language)) : densityItems(props, t)),
    ...(entity.rights.import
      ? [
          {
            key: "import",
            icon: <ImportOutlined />,
            label: t("list.import"),
            onClick: () => void navigate(paths.wizard(entity.code)),
          },
        ]
      : []),
    ...(entity.rights.export ? exports : []),
    { type: "divider" },
    ...(entity.app && building.app(entity.app)
      ? [
          {
            key: "design",
            icon: <BuildOutlined />,
            label: t("builder.app.design"),
            onClick: () => void navigate(paths.buildForm(entity.app ?? "", entity.code)),
          },
        ]
      : []),
    {
      key: "recycle",
      icon: <DeleteOutlined />,
      label: t("list.recycle"),
      onClick: () => void navigate(paths.recycle(entity.code)),
    },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
      <Button type="text" icon={<EllipsisOutlined />} aria-label={t("list.options")} />
    </Dropdown>
  );
}
