package io.zhike.secret;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can be wrong with the key of secrets, or with what was sealed by it. */
public enum SecretError implements ErrorCode {
    KEY_MISSING(
            Fault.UNAVAILABLE,
            "数据库里有用密钥 {0} 加密的内容，但 {1} 里没有这把密钥。请从备份恢复密钥文件后再启动；没有它，这些内容无法读出。",
            "The database holds values that were sealed with the key {0}, which is not in {1}. Restore the key file from your"
                    + " backup and start again; without it these values cannot be read."),
    KEY_FILE_UNREADABLE(
            Fault.UNAVAILABLE,
            "密钥文件 {0} 无法读写：{1}。请检查所有者和权限。",
            "The key file {0} cannot be read or written: {1}. Check its owner and rights."),
    KEY_MALFORMED(
            Fault.INVALID,
            "{0} 里的密钥无效：每行应是一把 32 字节的密钥，用 Base64 书写。",
            "The keys in {0} are not valid: each line should be a key of 32 bytes in Base64."),
    KEY_OF_ANOTHER_NODE(
            Fault.UNAVAILABLE,
            "本节点的密钥与其他节点不同（其他节点用的是 {0}）。请把同一个密钥文件复制到所有节点后重启。",
            "This node has another key than the others, which use {0}. Copy one key file to all nodes and restart them."),
    SEALED_BROKEN(
            Fault.INTERNAL,
            "一个加密的值无法解开：它被改动过，或不属于这里。请从备份恢复它。",
            "A sealed value cannot be opened: it was changed, or it belongs elsewhere. Restore it from a backup.");

    private final Fault fault;
    private final String zh;
    private final String en;

    SecretError(Fault fault, String zh, String en) {
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
