import { useQuery } from "@tanstack/react-query";
import { Alert, App, Button, Drawer, Form, Input, Modal } from "antd";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import {
  changeDepartment,
  type Department,
  deleteDepartment,
  handOverQuery,
  type Member,
  mergeDepartment,
} from "@/api/people";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import { totals } from "./model";
import css from "./people.module.css";
import { DepartmentPicker, MemberPicker } from "./pickers";
import { usePeopleChange, usePeopleChanged } from "./use-people";

type People = { members: readonly Member[]; departments: readonly Department[] };
type Fields = Pick<Department, "name" | "parent" | "head">;

/** How a merge goes on; told until it is done. */
function Merging({ id, done }: { id: string; done: () => void }) {
  const { t } = useLanguage();
  const changed = usePeopleChanged();
  const merge = useQuery(handOverQuery(id));
  const finished = Boolean(merge.data?.finishedAt);
  const { moved } = totals(merge.data?.parts ?? []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is finished
  useEffect(() => {
    if (finished) void changed();
  }, [finished]);
  if (merge.data?.state === "FAILED") return <Alert type="error" showIcon title={merge.data.message} />;
  return (
    <Alert
      type={finished ? "success" : "info"}
      showIcon
      title={t(finished ? "people.department.merged" : "people.department.merging", { n: moved })}
      action={finished && <Button onClick={done}>{t("common.close")}</Button>}
    />
  );
}

type MergeProps = { department: Department; people: People; close: () => void };

function MergeDialog({ department, people, close }: MergeProps) {
  const { t } = useLanguage();
  const [into, setInto] = useState<string | null>(null);
  const merging = usePeopleChange((to: string) => mergeDepartment(department.id, to));
  const others = people.departments.filter((one) => !one.path.includes(department.id));
  return (
    <Modal
      open
      title={t("people.department.mergeTitle", { name: department.name })}
      okText={t("people.department.mergeRun")}
      cancelText={t("common.cancel")}
      okButtonProps={{ danger: true, disabled: into === null || merging.isSuccess, loading: merging.isPending }}
      onOk={() => into !== null && merging.mutate(into)}
      onCancel={close}
    >
      <p>{t("people.department.mergeText", { name: department.name })}</p>
      <div style={{ margin: "16px 0" }}>
        <DepartmentPicker
          label={t("people.department.mergeInto")}
          placeholder={t("people.department.mergeInto")}
          departments={others}
          value={into}
          onChange={setInto}
        />
      </div>
      {merging.data && <Merging id={merging.data.id} done={close} />}
    </Modal>
  );
}

function useDelete(department: Department, close: () => void) {
  const { t } = useLanguage();
  const toast = useToast();
  const { modal } = App.useApp();
  const deleting = usePeopleChange(
    () => deleteDepartment(department.id),
    () => {
      toast.done(t("people.department.deleted", { name: department.name }));
      close();
    },
  );
  return () =>
    modal.confirm({
      title: t("people.department.deleteTitle", { name: department.name }),
      content: t("people.department.deleteText"),
      okText: t("people.department.delete"),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
      onOk: () => deleting.mutateAsync(undefined).catch(() => undefined),
    });
}

function DepartmentForm({ department, people }: { department: Department; people: People }) {
  const { t } = useLanguage();
  const toast = useToast();
  const save = usePeopleChange(
    (fields: Fields) => changeDepartment(department, fields),
    () => toast.done(t("people.changed")),
  );
  const { name, parent, head } = department;
  return (
    <Form<Fields> layout="vertical" initialValues={{ name, parent, head }} onFinish={save.mutate}>
      <Form.Item
        name="name"
        label={t("people.department.name")}
        rules={[{ required: true, whitespace: true, message: t("people.department.nameRequired") }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="parent" label={t("people.department.parent")}>
        <DepartmentPicker
          departments={people.departments.filter((one) => !one.path.includes(department.id))}
          placeholder={t("people.department.top")}
        />
      </Form.Item>
      <Form.Item name="head" label={t("people.department.head")}>
        <MemberPicker
          members={people.members.filter((one) => one.active)}
          placeholder={t("people.department.noHead")}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t("common.save")}
      </Button>
    </Form>
  );
}

type Props = { department: Department; people: People; addBelow: () => void; close: () => void };

/** One department: its name, place and head, and the ways to end it. */
export function DepartmentDrawer({ department, people, addBelow, close }: Props) {
  const { t } = useLanguage();
  const [merging, setMerging] = useState(false);
  const remove = useDelete(department, close);
  return (
    <Drawer open title={department.name} size={480} onClose={close}>
      <DepartmentForm key={department.version} department={department} people={people} />
      <div className={css.section}>
        <div className={css.bar}>
          <Link to={`${paths.people}?department=${department.id}`}>{t("people.department.show")}</Link>
          <Button onClick={addBelow}>{t("people.department.addBelow")}</Button>
        </div>
        <div className={css.bar}>
          <Button onClick={() => setMerging(true)}>{t("people.department.merge")}</Button>
          <Button danger onClick={remove}>
            {t("people.department.delete")}
          </Button>
        </div>
      </div>
      {merging && <MergeDialog department={department} people={people} close={() => setMerging(false)} />}
    </Drawer>
  );
}
