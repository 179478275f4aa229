// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * snet-watch: print every network system call of the machine, and allow it.
 *
 * The smallest agent in C: it registers, subscribes to everything, prints a
 * line for each event and answers it.  Needs root (CAP_NET_ADMIN) and the
 * module.  Build:
 *
 *   gcc -Wall -Wextra -O2 -I kmod/uapi -o snet-watch resources/examples/snet-watch.c $(pkg-config --cflags --libs libnl-genl-3.0)
 *
 * A line reads, on one line:
 *
 *   verdict_id=0xd syscall=CONNECT protocol=6 [tcp] family=2 uid=256
 *   pid=23886 [tcpconnect] 0.0.0.0:0->127.0.0.1:80
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <netlink/genl/ctrl.h>
#include <netlink/genl/genl.h>
#include <netlink/netlink.h>

#include "snet.h"

/* Room for what waits while we print; the module keeps the rest. */
#define RECEIVE_BUFFER (1 << 20)

static volatile sig_atomic_t stopped;

static void on_signal(int number)
{
	(void)number;
	stopped = 1;
}

static const char *syscall_name(unsigned int number)
{
	static const char *const names[] = {
		[SNET_SYSCALL_CREATE] = "CREATE",
		[SNET_SYSCALL_BIND] = "BIND",
		[SNET_SYSCALL_CONNECT] = "CONNECT",
		[SNET_SYSCALL_LISTEN] = "LISTEN",
		[SNET_SYSCALL_ACCEPT] = "ACCEPT",
		[SNET_SYSCALL_SENDMSG] = "SENDMSG",
		[SNET_SYSCALL_RECVMSG] = "RECVMSG",
	};

	return number < sizeof(names) / sizeof(*names) ? names[number] : "?";
}

/* What programs say of themselves never reaches the terminal as it is. */
static void print_text(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		putchar(text[i] >= ' ' && text[i] <= '~' ? text[i] : '?');
}

static void print_internet(int family, const void *address, uint16_t port)
{
	char text[INET6_ADDRSTRLEN];

	if (!inet_ntop(family, address, text, sizeof(text)))
		strcpy(text, "?");
	printf(family == AF_INET6 ? "[%s]:%u" : "%s:%u", text, ntohs(port));
}

static void print_unix(const struct sockaddr_un *un, size_t len)
{
	size_t start = offsetof(struct sockaddr_un, sun_path);

	if (len <= start) {
		printf("(unnamed)");
		return;
	}
	/* A first byte of zero marks the abstract ones. */
	if (!un->sun_path[0])
		putchar('@');
	for (size_t i = !un->sun_path[0]; i < len - start; i++) {
		if (!un->sun_path[i])
			break;
		print_text(&un->sun_path[i], 1);
	}
}

static void print_address(struct nlattr *attr)
{
	struct sockaddr_storage any = { 0 };
	const struct sockaddr_in *in = (const void *)&any;
	const struct sockaddr_in6 *in6 = (const void *)&any;
	size_t len = attr ? (size_t)nla_len(attr) : 0;

	if (len < sizeof(sa_family_t) || len > sizeof(any)) {
		putchar('-');
		return;
	}
	memcpy(&any, nla_data(attr), len);
	if (any.ss_family == AF_INET)
		print_internet(AF_INET, &in->sin_addr, in->sin_port);
	else if (any.ss_family == AF_INET6)
		print_internet(AF_INET6, &in6->sin6_addr, in6->sin6_port);
	else if (any.ss_family == AF_UNIX)
		print_unix((const void *)&any, len);
	else
		printf("(family %u, %zu bytes)", any.ss_family, len);
}

static void print_protocol(unsigned int family, unsigned int number)
{
	struct protoent *entry = NULL;

	if (family == AF_INET || family == AF_INET6)
		entry = getprotobynumber((int)number);
	printf(" protocol=%u [%s]", number, entry ? entry->p_name : "-");
}

static void print_event(struct nlattr **tb)
{
	unsigned int family = nla_get_u16(tb[SNET_A_FAMILY]);
	const char *comm = nla_get_string(tb[SNET_A_COMM]);

	printf("verdict_id=0x%llx syscall=%s",
	       (unsigned long long)nla_get_u64(tb[SNET_A_ID]),
	       syscall_name(nla_get_u16(tb[SNET_A_SYSCALL])));
	print_protocol(family, nla_get_u16(tb[SNET_A_PROTOCOL]));
	printf(" family=%u uid=%u pid=%u [", family,
	       nla_get_u32(tb[SNET_A_UID]), nla_get_u32(tb[SNET_A_PID]));
	print_text(comm, strlen(comm));
	printf("] ");
	print_address(tb[SNET_A_LOCAL]);
	printf("->");
	print_address(tb[SNET_A_REMOTE]);
	putchar('\n');
	fflush(stdout);
}

static struct nl_msg *message(int family, uint8_t command)
{
	struct nl_msg *msg = nlmsg_alloc();

	if (msg && !genlmsg_put(msg, NL_AUTO_PORT, NL_AUTO_SEQ, family, 0, 0,
				command, SNET_GENL_VERSION)) {
		nlmsg_free(msg);
		msg = NULL;
	}
	return msg;
}

/**
 * struct watch - what the callback needs
 * @sock: the agent's socket
 * @family: number of the family SNET
 */
struct watch {
	struct nl_sock *sock;
	int family;
};

static int allow(const struct watch *watch, uint64_t id)
{
	struct nl_msg *msg = message(watch->family, SNET_C_VERDICT);
	struct nlattr *answer;
	int err = -NLE_NOMEM;

	if (!msg)
		return err;
	answer = nla_nest_start(msg, SNET_A_ANSWER | NLA_F_NESTED);
	if (answer && !nla_put_u64(msg, SNET_A_ANS_ID, id) &&
	    !nla_put_u16(msg, SNET_A_ANS_VERDICT, SNET_ALLOW)) {
		nla_nest_end(msg, answer);
		err = nl_send_auto(watch->sock, msg);
	}
	nlmsg_free(msg);
	return err < 0 ? err : 0;
}

static int on_message(struct nl_msg *msg, void *data)
{
	struct genlmsghdr *header = nlmsg_data(nlmsg_hdr(msg));
	struct nlattr *tb[SNET_A_MAX + 1];
	const struct watch *watch = data;

	/* ENDED, and the replies to what we sent, need no words. */
	if (nlmsg_hdr(msg)->nlmsg_type != watch->family ||
	    header->cmd != SNET_C_EVENT ||
	    genlmsg_parse(nlmsg_hdr(msg), 0, tb, SNET_A_MAX, NULL))
		return NL_SKIP;
	print_event(tb);
	allow(watch, nla_get_u64(tb[SNET_A_ID]));
	return NL_OK;
}

/* An event that ended before our answer came is no error. */
static int on_error(struct sockaddr_nl *from, struct nlmsgerr *error,
		    void *data)
{
	(void)from;
	(void)data;
	if (error->error != -ENOENT)
		fprintf(stderr, "snet-watch: %s\n", strerror(-error->error));
	return NL_SKIP;
}

/* Send, wait for the answer, and take @tolerated for success. */
static int command(struct watch *watch, struct nl_msg *msg, int tolerated)
{
	int err = msg ? nl_send_sync(watch->sock, msg) : -NLE_NOMEM;

	return err == -tolerated ? 0 : err;
}

static int become_agent(struct watch *watch)
{
	struct nl_msg *msg = message(watch->family, SNET_C_REGISTER);

	if (msg)
		nla_put_u32(msg, SNET_A_PROTOCOL_VERSION,
			    SNET_PROTOCOL_VERSION);
	return command(watch, msg, 0);
}

/* A subscription without fields is one to everything. */
static int everything(struct watch *watch, uint8_t what, int tolerated)
{
	struct nl_msg *msg = message(watch->family, what);
	struct nlattr *sub;

	if (msg) {
		sub = nla_nest_start(msg, SNET_A_SUBSCRIPTION | NLA_F_NESTED);
		if (sub)
			nla_nest_end_keep_empty(msg, sub);
	}
	return command(watch, msg, tolerated);
}

static int connect_to_module(struct watch *watch)
{
	int err;

	watch->sock = nl_socket_alloc();
	if (!watch->sock)
		return -NLE_NOMEM;
	nl_socket_disable_seq_check(watch->sock);
	nl_socket_modify_cb(watch->sock, NL_CB_VALID, NL_CB_CUSTOM, on_message,
			    watch);
	err = genl_connect(watch->sock);
	if (err)
		return err;
	nl_socket_set_buffer_size(watch->sock, RECEIVE_BUFFER, 0);
	watch->family = genl_ctrl_resolve(watch->sock, SNET_GENL_NAME);
	return watch->family < 0 ? watch->family : 0;
}

static int run(struct watch *watch, const sigset_t *while_waiting)
{
	struct pollfd fd = {
		.fd = nl_socket_get_fd(watch->sock),
		.events = POLLIN,
	};
	int err = 0;

	nl_socket_modify_err_cb(watch->sock, NL_CB_CUSTOM, on_error, NULL);
	/* Only here can a signal come, so none comes too early. */
	while (!err && !stopped) {
		if (ppoll(&fd, 1, NULL, while_waiting) > 0)
			err = nl_recvmsgs_default(watch->sock);
	}
	return err;
}

/* Keeps the signals back; @while_waiting is the mask that lets them come. */
static void catch_signals(sigset_t *while_waiting)
{
	struct sigaction action = { .sa_handler = on_signal };
	sigset_t ours;

	sigemptyset(&ours);
	sigaddset(&ours, SIGINT);
	sigaddset(&ours, SIGTERM);
	sigprocmask(SIG_BLOCK, &ours, while_waiting);
	sigdelset(while_waiting, SIGINT);
	sigdelset(while_waiting, SIGTERM);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

int main(void)
{
	struct watch watch = { 0 };
	sigset_t while_waiting;
	int err;

	catch_signals(&while_waiting);
	err = connect_to_module(&watch);
	if (!err)
		err = become_agent(&watch);
	if (!err)
		err = everything(&watch, SNET_C_INSERT, NLE_EXIST);
	if (!err)
		err = run(&watch, &while_waiting);
	if (err)
		fprintf(stderr, "snet-watch: %s\n", nl_geterror(err));
	/* Closing the socket unregisters; the subscription would stay. */
	if (watch.family > 0)
		everything(&watch, SNET_C_REMOVE, NLE_OBJ_NOTFOUND);
	nl_socket_free(watch.sock);
	return err ? EXIT_FAILURE : EXIT_SUCCESS;
}
