// SPDX-License-Identifier: GPL-2.0-or-later
#include "netlink.h"

#include <linux/bitmap.h>
#include <linux/netlink.h>

#include "agent.h"
#include "config.h"
#include "hooks.h"
#include "attach.h"
#include "message.h"
#include "outbox.h"
#include "subscription.h"
#include "table.h"

/* Attributes are parsed strictly: what has no policy here is refused. */

/* For commands without attributes. */
static const struct nla_policy nothing_policy[] = {
	[1] = { .type = NLA_REJECT },
};

static const struct nla_policy register_policy[] = {
	[SNET_A_PROTOCOL_VERSION] = { .type = NLA_U32 },
};

static const struct nla_policy subscription_fields[SNET_A_SUB_MAX + 1] = {
	[SNET_A_SUB_SYSCALL] = { .type = NLA_U16 },
	[SNET_A_SUB_FAMILY] = { .type = NLA_U16 },
	[SNET_A_SUB_PROTOCOL] = { .type = NLA_U16 },
};

static const struct nla_policy subscription_policy[] = {
	[SNET_A_SUBSCRIPTION] = NLA_POLICY_NESTED(subscription_fields),
};

static const struct nla_policy answer_fields[SNET_A_ANS_MAX + 1] = {
	[SNET_A_ANS_ID] = { .type = NLA_U64 },
	[SNET_A_ANS_VERDICT] = { .type = NLA_U16 },
	[SNET_A_ANS_ERRNO] = { .type = NLA_U16 },
};

static const struct nla_policy verdict_policy[] = {
	[SNET_A_ANSWER] = NLA_POLICY_NESTED(answer_fields),
};

static const struct nla_policy extend_policy[] = {
	[SNET_A_ID] = { .type = NLA_U64 },
	[SNET_A_SECONDS] = { .type = NLA_U32 },
};

static const struct nla_policy config_policy[] = {
	[SNET_A_VERDICT_DELAY] = { .type = NLA_U32 },
	[SNET_A_VERDICT_POLICY] = { .type = NLA_U32 },
	[SNET_A_DEBUG] = { .type = NLA_U32 },
	[SNET_A_MAX_PENDING] = { .type = NLA_U32 },
	[SNET_A_MAX_SUBSCRIPTIONS] = { .type = NLA_U32 },
	[SNET_A_MAX_DELAY] = { .type = NLA_U32 },
};

/* Refusals.  Each sets the text and gives the errno to return. */

static int refuse(struct netlink_ext_ack *extack, int err, const char *text)
{
	if (extack)
		extack->_msg = text;
	return err;
}

static int refuse_attr(struct netlink_ext_ack *extack,
		       const struct nlattr *attr, int err, const char *text)
{
	if (extack)
		extack->bad_attr = attr;
	return refuse(extack, err, text);
}

/* Of two attributes of a type the parser would keep the last one. */
static int refuse_repeated(const struct nlattr *head, int len, int repeatable,
			   struct netlink_ext_ack *extack)
{
	DECLARE_BITMAP(seen, SNET_A_MAX + 1) = {};
	const struct nlattr *attr;
	int left;

	nla_for_each_attr(attr, head, len, left) {
		int type = nla_type(attr);

		if (type > SNET_A_MAX || type == repeatable)
			continue;
		if (test_and_set_bit(type, seen))
			return refuse_attr(extack, attr, -EINVAL,
					   "attribute given twice");
	}
	return 0;
}

static int refuse_repeated_top(struct genl_info *info, int repeatable)
{
	return refuse_repeated(genlmsg_data(info->genlhdr),
			       genlmsg_len(info->genlhdr), repeatable,
			       info->extack);
}

static int refuse_repeated_in(const struct nlattr *nest,
			      struct netlink_ext_ack *extack)
{
	return refuse_repeated(nla_data(nest), nla_len(nest), -1, extack);
}

/* A reply of which the attributes take at most @size. */
static struct sk_buff *reply_start(struct genl_info *info, size_t size,
				   void **head)
{
	struct sk_buff *skb = genlmsg_new(size, GFP_KERNEL);

	if (!skb)
		return NULL;
	*head = genlmsg_put_reply(skb, info, &snet_netlink_family, 0,
				  info->genlhdr->cmd);
	if (*head)
		return skb;
	nlmsg_free(skb);
	return NULL;
}

static int reply_finish(struct genl_info *info, struct sk_buff *skb,
			void *head, int err)
{
	if (err) {
		nlmsg_free(skb);
		return err;
	}
	genlmsg_end(skb, head);
	return genlmsg_reply(skb, info);
}

static int do_version(struct sk_buff *request, struct genl_info *info)
{
	struct sk_buff *skb;
	void *head;
	int err = 0;

	skb = reply_start(info, NLMSG_GOODSIZE, &head);
	if (!skb)
		return -ENOMEM;
	if (nla_put_u32(skb, SNET_A_PROTOCOL_VERSION, SNET_PROTOCOL_VERSION) ||
	    nla_put_string(skb, SNET_A_MODULE_VERSION, SNET_MODULE_VERSION) ||
	    nla_put_u32(skb, SNET_A_HOOKS, snet_hooks_mask()) ||
	    nla_put_string(skb, SNET_A_ATTACH, snet_attach_name))
		err = -EMSGSIZE;
	return reply_finish(info, skb, head, err);
}

static int do_register(struct sk_buff *request, struct genl_info *info)
{
	const struct nlattr *version = info->attrs[SNET_A_PROTOCOL_VERSION];
	int err;

	err = refuse_repeated_top(info, -1);
	if (err)
		return err;
	if (!version)
		return refuse(info->extack, -EINVAL,
			      "the protocol version is missing");
	if (nla_get_u32(version) != SNET_PROTOCOL_VERSION)
		return refuse_attr(info->extack, version, -EPROTO,
				   "another protocol version is loaded");
	err = snet_agent_register(NETLINK_CB(request).sk, info->snd_portid);
	if (err == -EBUSY)
		return refuse(info->extack, err, "there is an agent already");
	return err;
}

static int do_unregister(struct sk_buff *request, struct genl_info *info)
{
	if (snet_agent_unregister(info->snd_portid))
		return refuse(info->extack, -EPERM,
			      "this socket is not the agent's");
	return 0;
}

static int parse_match(struct genl_info *info, struct snet_match *match)
{
	const struct nlattr *nest = info->attrs[SNET_A_SUBSCRIPTION];
	struct nlattr *tb[SNET_A_SUB_MAX + 1];
	int err;

	err = refuse_repeated_top(info, -1);
	if (err)
		return err;
	if (!nest)
		return refuse(info->extack, -EINVAL,
			      "the subscription is missing");
	err = refuse_repeated_in(nest, info->extack);
	if (!err)
		err = nla_parse_nested(tb, SNET_A_SUB_MAX, nest,
				       subscription_fields, info->extack);
	if (err)
		return err;
	*match = (struct snet_match) {};
	if (tb[SNET_A_SUB_SYSCALL]) {
		match->fields |= SNET_MATCH_SYSCALL;
		match->syscall = nla_get_u16(tb[SNET_A_SUB_SYSCALL]);
		if (match->syscall > SNET_SYSCALL_MAX)
			return refuse_attr(info->extack,
					   tb[SNET_A_SUB_SYSCALL], -EINVAL,
					   "no such syscall");
	}
	if (tb[SNET_A_SUB_FAMILY]) {
		match->fields |= SNET_MATCH_FAMILY;
		match->family = nla_get_u16(tb[SNET_A_SUB_FAMILY]);
	}
	if (tb[SNET_A_SUB_PROTOCOL]) {
		match->fields |= SNET_MATCH_PROTOCOL;
		match->protocol = nla_get_u16(tb[SNET_A_SUB_PROTOCOL]);
	}
	return 0;
}

static int do_insert(struct sk_buff *request, struct genl_info *info)
{
	struct snet_match match;
	int err;

	err = parse_match(info, &match);
	if (err)
		return err;
	err = snet_subscription_insert(&match);
	if (err == -EEXIST)
		return refuse(info->extack, err,
			      "this subscription stands already");
	if (err == -ENOSPC)
		return refuse(info->extack, err,
			      "there are max_subscriptions already");
	return err;
}

static int do_remove(struct sk_buff *request, struct genl_info *info)
{
	struct snet_match match;
	int err;

	err = parse_match(info, &match);
	if (err)
		return err;
	if (snet_subscription_remove(&match))
		return refuse(info->extack, -ENOENT,
			      "there is no such subscription");
	return 0;
}

static int do_flush(struct sk_buff *request, struct genl_info *info)
{
	snet_subscription_flush();
	return 0;
}

/**
 * struct dump - where a dump stands; lives in the callback's context
 * @skip: subscriptions that have been shown
 * @after: id of the last event that has been shown
 */
struct dump {
	unsigned int skip;
	u64 after;
};

/**
 * struct dumping - what showing one entry of a dump needs
 * @skb: to be filled
 * @cb: of the dump
 */
struct dumping {
	struct sk_buff *skb;
	struct netlink_callback *cb;
};

static struct dump *dump_of(struct netlink_callback *cb)
{
	BUILD_BUG_ON(sizeof(struct dump) > sizeof(cb->ctx));
	return (struct dump *)cb->ctx;
}

static void *dump_put(const struct dumping *d, u8 command)
{
	return genlmsg_put(d->skb, NETLINK_CB(d->cb->skb).portid,
			   d->cb->nlh->nlmsg_seq, &snet_netlink_family,
			   NLM_F_MULTI, command);
}

static int dump_end(const struct dumping *d, void *head, int err)
{
	if (err)
		genlmsg_cancel(d->skb, head);
	else
		genlmsg_end(d->skb, head);
	return err;
}

static int put_match(struct sk_buff *skb, const struct snet_match *match)
{
	struct nlattr *nest = nla_nest_start(skb, SNET_A_SUBSCRIPTION);

	if (!nest)
		return -EMSGSIZE;
	if (((match->fields & SNET_MATCH_SYSCALL) &&
	     nla_put_u16(skb, SNET_A_SUB_SYSCALL, match->syscall)) ||
	    ((match->fields & SNET_MATCH_FAMILY) &&
	     nla_put_u16(skb, SNET_A_SUB_FAMILY, match->family)) ||
	    ((match->fields & SNET_MATCH_PROTOCOL) &&
	     nla_put_u16(skb, SNET_A_SUB_PROTOCOL, match->protocol)))
		return -EMSGSIZE;
	nla_nest_end(skb, nest);
	return 0;
}

static int show_subscription(const struct snet_match *match, void *data)
{
	const struct dumping *d = data;
	void *head = dump_put(d, SNET_C_LIST);

	if (!head)
		return -EMSGSIZE;
	genl_dump_check_consistent(d->cb, head);
	return dump_end(d, head, put_match(d->skb, match));
}

static int dump_subscriptions(struct sk_buff *skb, struct netlink_callback *cb)
{
	struct dumping d = { .skb = skb, .cb = cb };
	struct dump *dump = dump_of(cb);
	unsigned int shown = dump->skip;

	dump->skip = snet_subscription_walk(shown, show_subscription, &d,
					    &cb->seq);
	return skb->len;
}

static int show_event(struct snet_event *event, void *data)
{
	const struct dumping *d = data;
	void *head = dump_put(d, SNET_C_EVENT);

	if (!head)
		return -EMSGSIZE;
	return dump_end(d, head, snet_message_fill_event(d->skb, event,
							 event->deadline));
}

static int dump_pending(struct sk_buff *skb, struct netlink_callback *cb)
{
	struct dumping d = { .skb = skb, .cb = cb };
	struct dump *dump = dump_of(cb);

	if (!snet_agent_is_sender(NETLINK_CB(cb->skb).portid))
		return refuse(cb->extack, -EPERM,
			      "this socket is not the agent's");
	dump->after = snet_table_walk_told(dump->after, show_event, &d);
	return skb->len;
}

static int parse_decision(struct nlattr *const *tb,
			  struct snet_decision *decision,
			  struct netlink_ext_ack *extack)
{
	const struct nlattr *verdict = tb[SNET_A_ANS_VERDICT];
	const struct nlattr *error = tb[SNET_A_ANS_ERRNO];

	decision->reason = SNET_REASON_VERDICT;
	decision->verdict = nla_get_u16(verdict);
	if (decision->verdict > SNET_VERDICT_MAX)
		return refuse_attr(extack, verdict, -EINVAL,
				   "no such verdict");
	decision->error = decision->verdict == SNET_DENY ? EPERM : 0;
	if (!error)
		return 0;
	if (decision->verdict != SNET_DENY)
		return refuse_attr(extack, error, -EINVAL,
				   "only deny carries an errno");
	decision->error = nla_get_u16(error);
	if (!decision->error || decision->error > SNET_ERRNO_MAX)
		return refuse_attr(extack, error, -EINVAL,
				   "no errno that a program may see");
	return 0;
}

static int parse_answer(const struct nlattr *nest, u64 *id,
			struct snet_decision *decision,
			struct netlink_ext_ack *extack)
{
	struct nlattr *tb[SNET_A_ANS_MAX + 1];
	int err;

	err = refuse_repeated_in(nest, extack);
	if (!err)
		err = nla_parse_nested(tb, SNET_A_ANS_MAX, nest, answer_fields,
				       extack);
	if (err)
		return err;
	if (!tb[SNET_A_ANS_ID] || !tb[SNET_A_ANS_VERDICT])
		return refuse_attr(extack, nest, -EINVAL,
				   "an answer needs an id and a verdict");
	*id = nla_get_u64(tb[SNET_A_ANS_ID]);
	return parse_decision(tb, decision, extack);
}

/* Return: 0, or the errno of the first answer that is malformed. */
static int check_answers(struct genl_info *info)
{
	struct snet_decision decision;
	const struct nlattr *nest;
	int left, err, count = 0;
	u64 id;

	/* Nothing but answers has a policy, so what is there is answers. */
	nla_for_each_attr(nest, genlmsg_data(info->genlhdr),
			  genlmsg_len(info->genlhdr), left) {
		err = parse_answer(nest, &id, &decision, info->extack);
		if (err)
			return err;
		count++;
	}
	if (!count)
		return refuse(info->extack, -EINVAL, "there is no answer");
	if (count > SNET_MAX_ANSWERS)
		return refuse(info->extack, -EINVAL, "too many answers");
	return 0;
}

/* Return: how many of the events were not there. */
static unsigned int apply_answers(struct genl_info *info)
{
	struct snet_decision decision;
	const struct nlattr *nest;
	unsigned int missed = 0;
	u64 id;
	int left;

	nla_for_each_attr(nest, genlmsg_data(info->genlhdr),
			  genlmsg_len(info->genlhdr), left) {
		if (parse_answer(nest, &id, &decision, info->extack) ||
		    snet_table_answer(id, &decision))
			missed++;
	}
	return missed;
}

static int do_verdict(struct sk_buff *request, struct genl_info *info)
{
	unsigned int missed;
	int err;

	err = check_answers(info);
	if (err)
		return err;
	if (!snet_agent_is_sender(info->snd_portid))
		return refuse(info->extack, -ENOENT,
			      "this socket has no events");
	missed = apply_answers(info);
	snet_outbox_drain();
	if (missed)
		return refuse(info->extack, -ENOENT,
			      "some of the events are not pending");
	return 0;
}

static int reply_deadline(struct genl_info *info, u64 id, u64 deadline)
{
	struct sk_buff *skb;
	void *head;
	int err = 0;

	skb = reply_start(info, 2 * nla_total_size_64bit(sizeof(u64)), &head);
	if (!skb)
		return -ENOMEM;
	if (nla_put_u64_64bit(skb, SNET_A_ID, id, SNET_A_PAD) ||
	    nla_put_u64_64bit(skb, SNET_A_DEADLINE, deadline, SNET_A_PAD))
		err = -EMSGSIZE;
	return reply_finish(info, skb, head, err);
}

static int do_extend(struct sk_buff *request, struct genl_info *info)
{
	const struct nlattr *id = info->attrs[SNET_A_ID];
	const struct nlattr *seconds = info->attrs[SNET_A_SECONDS];
	u64 deadline;
	int err;

	err = refuse_repeated_top(info, -1);
	if (err)
		return err;
	if (!id || !seconds)
		return refuse(info->extack, -EINVAL,
			      "the id or the seconds are missing");
	if (!nla_get_u32(seconds))
		return refuse_attr(info->extack, seconds, -EINVAL,
				   "at least one second");
	if (!snet_agent_is_sender(info->snd_portid) ||
	    snet_table_extend(nla_get_u64(id), nla_get_u32(seconds),
			      &deadline))
		return refuse_attr(info->extack, id, -ENOENT,
				   "no such event is pending");
	return reply_deadline(info, nla_get_u64(id), deadline);
}

static int do_config_get(struct sk_buff *request, struct genl_info *info)
{
	struct sk_buff *skb;
	void *head;
	int err = 0;
	int i;

	skb = reply_start(info, SNET_CONFIG_KEYS * nla_total_size(sizeof(u32)),
			  &head);
	if (!skb)
		return -ENOMEM;
	for (i = 0; !err && i < SNET_CONFIG_KEYS; i++)
		err = nla_put_u32(skb, snet_config[i].attr,
				  snet_config_get(i));
	return reply_finish(info, skb, head, err);
}

static int do_config_set(struct sk_buff *request, struct genl_info *info)
{
	const struct nlattr *attr;
	int i, err;

	err = refuse_repeated_top(info, -1);
	if (err)
		return err;
	for (i = 0; i < SNET_CONFIG_KEYS; i++) {
		attr = info->attrs[snet_config[i].attr];
		if (attr && snet_config_check(&snet_config[i],
					      nla_get_u32(attr)))
			return refuse_attr(info->extack, attr, -ERANGE,
					   "outside of its limits");
	}
	for (i = 0; i < SNET_CONFIG_KEYS; i++) {
		attr = info->attrs[snet_config[i].attr];
		if (attr)
			snet_config_set(&snet_config[i], nla_get_u32(attr));
	}
	return 0;
}

/**
 * struct stat_field - one attribute of STATS
 * @attr: enum snet_stat_attr
 * @offset: in struct snet_counters
 */
struct stat_field {
	u16 attr;
	u16 offset;
};

#define STAT(name, member) \
	{ SNET_A_STAT_##name, offsetof(struct snet_counters, member) }

static const struct stat_field stat_fields[] = {
	STAT(RAISED, raised),
	STAT(PENDING, pending),
	STAT(ENDED_VERDICT, ended[SNET_REASON_VERDICT]),
	STAT(ENDED_TIMEOUT, ended[SNET_REASON_TIMEOUT]),
	STAT(ENDED_NO_AGENT, ended[SNET_REASON_NO_AGENT]),
	STAT(ENDED_OVERFLOW, ended[SNET_REASON_OVERFLOW]),
	STAT(ENDED_CANCELLED, ended[SNET_REASON_CANCELLED]),
	STAT(ENDED_UNLOAD, ended[SNET_REASON_UNLOAD]),
	STAT(ALLOWED, allowed),
	STAT(DENIED, denied),
	STAT(UNSENT, unsent),
	STAT(LOST, lost),
	STAT(AGENTS, agents),
};

/* All but UNSPEC and PAD. */
static_assert(ARRAY_SIZE(stat_fields) == SNET_A_STAT_MAX - 1);

static int do_stats(struct sk_buff *request, struct genl_info *info)
{
	struct snet_counters counters;
	struct sk_buff *skb;
	void *head;
	int err = 0;
	int i;

	skb = reply_start(info, ARRAY_SIZE(stat_fields) *
				nla_total_size_64bit(sizeof(u64)), &head);
	if (!skb)
		return -ENOMEM;
	snet_table_read_counters(&counters);
	for (i = 0; !err && i < ARRAY_SIZE(stat_fields); i++) {
		const void *field = (u8 *)&counters + stat_fields[i].offset;

		err = nla_put_u64_64bit(skb, stat_fields[i].attr,
					*(const u64 *)field, SNET_A_STAT_PAD);
	}
	return reply_finish(info, skb, head, err);
}

#define POLICY(name) .policy = name, .maxattr = ARRAY_SIZE(name) - 1

static const struct genl_ops netlink_ops[] = {
	{
		.cmd = SNET_C_VERSION,
		.doit = do_version,
		POLICY(nothing_policy),
	},
	{
		.cmd = SNET_C_REGISTER,
		.flags = GENL_ADMIN_PERM,
		.doit = do_register,
		POLICY(register_policy),
	},
	{
		.cmd = SNET_C_UNREGISTER,
		.flags = GENL_ADMIN_PERM,
		.doit = do_unregister,
		POLICY(nothing_policy),
	},
	{
		.cmd = SNET_C_INSERT,
		.flags = GENL_ADMIN_PERM,
		.doit = do_insert,
		POLICY(subscription_policy),
	},
	{
		.cmd = SNET_C_REMOVE,
		.flags = GENL_ADMIN_PERM,
		.doit = do_remove,
		POLICY(subscription_policy),
	},
	{
		.cmd = SNET_C_FLUSH,
		.flags = GENL_ADMIN_PERM,
		.doit = do_flush,
		POLICY(nothing_policy),
	},
	{
		.cmd = SNET_C_LIST,
		.flags = GENL_ADMIN_PERM,
		.dumpit = dump_subscriptions,
		POLICY(nothing_policy),
	},
	{
		.cmd = SNET_C_VERDICT,
		.flags = GENL_ADMIN_PERM,
		.doit = do_verdict,
		POLICY(verdict_policy),
	},
	{
		.cmd = SNET_C_EXTEND,
		.flags = GENL_ADMIN_PERM,
		.doit = do_extend,
		POLICY(extend_policy),
	},
	{
		.cmd = SNET_C_PENDING,
		.flags = GENL_ADMIN_PERM,
		.dumpit = dump_pending,
		POLICY(nothing_policy),
	},
	{
		.cmd = SNET_C_CONFIG_GET,
		.flags = GENL_ADMIN_PERM,
		.doit = do_config_get,
		POLICY(nothing_policy),
	},
	{
		.cmd = SNET_C_CONFIG_SET,
		.flags = GENL_ADMIN_PERM,
		.doit = do_config_set,
		POLICY(config_policy),
	},
	{
		.cmd = SNET_C_STATS,
		.doit = do_stats,
		POLICY(nothing_policy),
	},
};

static const struct genl_multicast_group netlink_groups[] = {
	[SNET_NETLINK_DECISIONS] = {
		.name = SNET_GENL_DECISIONS,
		SNET_MCAST_FLAGS
	},
};

/*
 * Commands run one at a time (no parallel_ops); nothing relies on it, as what
 * they touch has locks of its own.
 */
struct genl_family snet_netlink_family __ro_after_init = {
	.name = SNET_GENL_NAME,
	.version = SNET_GENL_VERSION,
	.maxattr = SNET_A_MAX,
	.module = THIS_MODULE,
	.ops = netlink_ops,
	.n_ops = ARRAY_SIZE(netlink_ops),
	/* All commands are newer than the strict check of the header. */
	.resv_start_op = SNET_C_UNSPEC + 1,
	.mcgrps = netlink_groups,
	.n_mcgrps = SNET_HAVE_DECISIONS ? ARRAY_SIZE(netlink_groups) : 0,
};

int __init snet_netlink_init(void)
{
	return genl_register_family(&snet_netlink_family);
}

void snet_netlink_exit(void)
{
	genl_unregister_family(&snet_netlink_family);
}
