#include "net/smtp_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <thread>

#include "net/socket.h"
#include "scripted_server.h"

namespace signpost {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Takes mail of one connection on its own thread, as far as `refused` lets it: the beginning of a command
// that is answered by 550.
class MailServer {
 public:
  explicit MailServer(std::string refused = "none")
      : refused_(std::move(refused)), listening_(testing::listening_socket()) {
    thread_ = std::thread([this] { serve(); });
  }
  ~MailServer() { stop(); }
  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_of(listening_)); }
  void stop() {
    ::shutdown(listening_.get(), SHUT_RDWR);
    if (thread_.joinable()) thread_.join();
  }
  const std::vector<std::string>& commands() const { return commands_; }
  const std::string& message() const { return message_; }

 private:
  void serve() {
    socket_ = Descriptor(::accept(listening_.get(), nullptr, nullptr));
    if (!socket_.is_open()) return;
    say("220 here");
    bool in_message = false;
    for (std::string line; read_line(line);) {
      if (in_message) {
        if (line == ".") {
          in_message = false;
          say("250 kept");
        } else {
          message_ += line + "\n";
        }
        continue;
      }
      commands_.push_back(line);
      in_message = line == "DATA" && refused_ != "DATA";
      say(line.starts_with(refused_) ? "550 no, ann@example.com" : in_message ? "354 go on" : "250 ok");
    }
  }

  void say(const std::string& line) {
    const std::string bytes = line + "\r\n";
    (void)!::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }

  bool read_line(std::string& line) {
    line.clear();
    for (char c = 0; ::recv(socket_.get(), &c, 1, 0) == 1;) {
      if (c == '\n') return true;
      if (c != '\r') line += c;
    }
    return false;
  }

  const std::string refused_;
  Descriptor listening_;
  Descriptor socket_;
  std::vector<std::string> commands_;
  std::string message_;
  std::thread thread_;
};

MailSubmission mail_to(const std::string& url) {
  return {.url = url,
          .starttls = false,
          .from = "help@example.com",
          .to = {"desk@example.com", "b@example.com"},
          .message = "Subject: a\r\n\r\nfirst\r\n.\r\n..x\r\nlast\r\n",
          .deadline = std::chrono::seconds(20)};
}

std::string failure_of_mail(const MailSubmission& mail) {
  try {
    send_mail(mail);
  } catch (const SmtpFailure& failure) {
    return failure.what();
  }
  return "";
}

TEST(SmtpClient, GivesTheWholeMessageToEachOfThem) {
  MailServer server;
  send_mail(mail_to(server.url()));
  server.stop();
  std::vector<std::string> said(server.commands().begin() + 1, server.commands().end());
  ASSERT_GE(said.size(), 4u);
  EXPECT_THAT(said[0], HasSubstr("MAIL FROM:<help@example.com>"));
  EXPECT_EQ(said[1], "RCPT TO:<desk@example.com>");
  EXPECT_EQ(said[2], "RCPT TO:<b@example.com>");
  // A line that begins with a dot has one more on the way (RFC 5321, 4.5.2).
  EXPECT_EQ(server.message(), "Subject: a\n\nfirst\n..\n...x\nlast\n");
}

TEST(SmtpClient, SaysNothingOfWhatTheServerSays) {
  for (const char* refused : {"MAIL", "RCPT TO:<b", "DATA"}) {
    MailServer server(refused);
    EXPECT_EQ(failure_of_mail(mail_to(server.url())), "the mail server answered 550") << refused;
  }
}

TEST(SmtpClient, SaysNothingWithoutTls) {
  MailServer server;
  MailSubmission mail = mail_to(server.url());
  mail.starttls = true;
  mail.user = "somebody";
  mail.password = "secret";
  EXPECT_THAT(failure_of_mail(mail), AllOf(HasSubstr("SSL"), Not(HasSubstr("secret"))));
  server.stop();
  for (const std::string& command : server.commands())
    EXPECT_TRUE(command.starts_with("EHLO") || command == "QUIT" || command == "STARTTLS") << command;
  EXPECT_THAT(server.message(), IsEmpty());
}

TEST(SmtpClient, ConnectsToNoAddressThatTheGateRefuses) {
  MailServer server;
  MailSubmission mail = mail_to(server.url());
  const AddressGate closed;
  mail.gate = &closed;
  EXPECT_THAT(failure_of_mail(mail), HasSubstr("its address may not be reached"));
  server.stop();
  EXPECT_THAT(server.commands(), IsEmpty());
}

void expect_usage_error(const MailSubmission& mail) {
  try {
    send_mail(mail);
    ADD_FAILURE() << mail.url;
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage) << mail.url;
  }
}

TEST(SmtpClient, RefusesWhatIsNoAddress) {
  for (const char* url : {"", "mail.example.com", "http://127.0.0.1/", "smtp://", "smtp://a b/"})
    expect_usage_error(mail_to(url));
  for (const char* address : {"a@example.com>\r\nDATA", "a@example.com\nRCPT TO:<b@example.com", "a b"}) {
    MailSubmission mail = mail_to("smtp://127.0.0.1:1");
    mail.to = {address};
    expect_usage_error(mail);
    mail.to = {"desk@example.com"};
    mail.from = address;
    expect_usage_error(mail);
  }
}

}  // namespace
}  // namespace signpost
