import { CheckCircleOutlined, MinusCircleOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { Link } from "react-router";
import { whyFiredQuery } from "@/api/rules";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import css from "./rules.module.css";

/** How each change of a record was judged by a rule, the newest first. */
export function WhyFired({ rule, record }: { rule: string; record: string }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const why = useQuery(whyFiredQuery(rule, record));
  if (why.isPending) return <Skeleton active title={false} />;
  if (why.isError) return <Failure error={why.error} />;
  if (why.data.length === 0) return <p className="faint">{t("rules.why.noChanges")}</p>;
  return (
    <ul className={css.rows} aria-label={t("rules.why.reasons")}>
      {why.data.map((one) => (
        <li key={`${one.at} ${one.change}`} className={css.row}>
          <span className={`${css.state} ${one.fired ? css.good : css.faint}`}>
            <span aria-hidden>{one.fired ? <CheckCircleOutlined /> : <MinusCircleOutlined />}</span>
            {t(one.fired ? "rules.why.fired" : "rules.why.not")}
          </span>
          <span className={css.about}>
            <span className="faint">{one.change}</span> {one.reason}
          </span>
          <time className="faint num" dateTime={one.at}>
            {formats.moment(one.at)}
          </time>
          {one.run && <Link to={paths.ruleRun(one.run)}>{t("rules.log.open")}</Link>}
        </li>
      ))}
    </ul>
  );
}
