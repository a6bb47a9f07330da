package io.zhike;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** Why the server cannot take requests at the place it was told to. */
enum StartError implements ErrorCode {
    PORT_IN_USE(
            Fault.CONFLICT,
            "{1} 上的端口 {0} 已被其他程序占用。请停止该程序，或用 --port 指定另一个端口，例如 bin/start --port {2}。",
            "Port {0} of {1} is in use by another program. Stop that one, or name another port with --port, such as bin/start --port {2}."),
    PORT_NOT_ALLOWED(
            Fault.UNAVAILABLE,
            "不允许在 {1} 上监听端口 {0}：{2}。小于 1024 的端口通常只有 root 可以使用，请用 --port 指定另一个端口。",
            "Listening on port {0} of {1} is not allowed: {2}. Ports below 1024 are mostly for root; name another one with --port."),
    ADDRESS_UNKNOWN(
            Fault.INVALID,
            "「{0}」不是这台机器的地址。请用 --host 指定本机的地址，127.0.0.1 表示仅本机，0.0.0.0 表示所有网卡。",
            "'{0}' is no address of this machine. Name one with --host: 127.0.0.1 for this machine only, 0.0.0.0 for all of its addresses.");

    private final Fault fault;
    private final String zh;
    private final String en;

    StartError(Fault fault, String zh, String en) {
        this.fault = fault;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
