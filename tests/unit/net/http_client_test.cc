#include "net/http_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>

#include <atomic>
#include <cstdlib>
#include <thread>

#include "net/server.h"
#include "net/socket.h"
#include "patient_server.h"
#include "scripted_server.h"

namespace signpost {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::http_answer;
using ::testing::Not;
using testing::ReceivedRequest;
using testing::ScriptedServer;
using namespace std::chrono_literals;

HttpPost post_to(const std::string& url, const std::string& body = "{}") {
  return {url, {{"Content-Type", "application/json"}}, body, 60s, 1 << 20};
}

// How it failed, and what was said.
std::pair<HttpFailure::Kind, std::string> failure_of(const HttpPost& post) {
  try {
    HttpClient().post(post);
  } catch (const HttpFailure& failure) {
    EXPECT_EQ(failure.kind(), ErrorKind::io);
    return {failure.failure(), failure.what()};
  }
  ADD_FAILURE() << "it answered";
  return {};
}

TEST(HttpClient, AsksWithoutABodyAndNotesCookies) {
  ScriptedServer server([](const ReceivedRequest&, size_t) {
    return http_answer(200, "b", "Set-Cookie: a=1; Path=/\r\nX-Other: c=2\r\nset-cookie:  d=3\r\n");
  });
  const HttpClient client;
  const HttpAnswer answer = client.get({server.url() + "/x?y=z", {{"Cookie", "e=4"}}, 60s, 1 << 20});
  EXPECT_EQ(answer.body, "b");
  EXPECT_EQ(answer.cookies, (std::vector<std::string>{"a=1; Path=/", "d=3"}));
  const ReceivedRequest got = server.received().at(0);
  EXPECT_THAT(got.head, AllOf(HasSubstr("GET /x?y=z HTTP/1.1\r\n"), HasSubstr("Cookie: e=4\r\n"),
                              Not(HasSubstr("Content-Length"))));
  EXPECT_EQ(client.post(post_to(server.url())).cookies.size(), 2u);
  EXPECT_EQ(server.received().at(1).head.substr(0, 5), "POST ") << "a connection is asked either way";
}

TEST(HttpClient, SendsAndReceivesWhatIsGiven) {
  const std::string body = std::string("{\"a\":\0 1}", 9) + std::string(2 << 20, 'x');
  ScriptedServer server(
      [](const ReceivedRequest&, size_t) { return http_answer(200, std::string("b\0c", 3)); });
  HttpPost post = post_to(server.url() + "/v1/embeddings", body);
  post.headers.emplace_back("Authorization", "Bearer secret");
  const HttpAnswer answer = HttpClient().post(post);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, std::string("b\0c", 3));
  EXPECT_EQ(answer.retry_after, 0s);
  const ReceivedRequest got = server.received().at(0);
  EXPECT_EQ(got.body, body);
  EXPECT_THAT(got.head, AllOf(HasSubstr("POST /v1/embeddings HTTP/1.1\r\n"),
                              HasSubstr("Content-Type: application/json\r\n"),
                              HasSubstr("Authorization: Bearer secret\r\n"), Not(HasSubstr("Expect:"))));
}

TEST(HttpClient, AnyStatusIsAnAnswer) {
  const struct {
    std::string in;
    int status;
    std::chrono::seconds retry_after;
  } kCases[] = {
      {http_answer(429, "", "Retry-After: 7\r\n"), 429, 7s},
      {http_answer(503, "", "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT\r\n"), 503, 0s},
      {http_answer(503, "", "Retry-After: soon\r\n"), 503, 0s},
      {http_answer(500, "broken"), 500, 0s},
      {http_answer(302, "", "Location: http://127.0.0.1:1/\r\n"), 302, 0s},
      {http_answer(401, "", "WWW-Authenticate: Basic\r\n"), 401, 0s},
  };
  for (const auto& one : kCases) {
    ScriptedServer server([&](const ReceivedRequest&, size_t) { return one.in; });
    const HttpAnswer answer = HttpClient().post(post_to(server.url()));
    EXPECT_EQ(answer.status, one.status) << one.in;
    EXPECT_EQ(answer.retry_after, one.retry_after) << one.in;
    EXPECT_EQ(server.received().size(), 1u) << one.in;  // neither redirects nor anything else is followed
  }
}

TEST(HttpClient, SaysHowItFailed) {
  using Kind = HttpFailure::Kind;
  const struct {
    std::string in;
    Kind want;
    std::string says;
  } kCases[] = {
      {"", Kind::late, "no answer within 50 ms"},
      {"HTTP/1.1 200 X\r\nContent-Length: 10\r\n\r\nhalf", Kind::unreachable, ""},
      {"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", Kind::unreachable, ""},
      {"SSH-2.0-OpenSSH_9.2\r\n", Kind::unreachable, ""},
      {"HTTP/1.1 200 X\r\n" + std::string(1 << 20, 'h') + ": 1\r\n\r\n", Kind::unreachable, ""},
      {http_answer(200, std::string((1 << 20) + 1, 'x')), Kind::too_long, "more than 1048576 bytes"},
      {"HTTP/1.1 200 X\r\nContent-Length: 99999999999999\r\n\r\nx", Kind::unreachable, ""},
  };
  for (const auto& one : kCases) {
    ScriptedServer server([&](const ReceivedRequest&, size_t) { return one.in; });
    HttpPost post =
        post_to("http://user:hidden@127.0.0.1:" + std::to_string(server.port()) + "/v1?key=hidden");
    if (one.want == Kind::late) post.deadline = 50ms;
    const auto [kind, message] = failure_of(post);
    EXPECT_EQ(kind, one.want) << message;
    EXPECT_THAT(message,
                AllOf(HasSubstr(server.url() + "/v1"), HasSubstr(one.says), Not(HasSubstr("hidden"))));
  }
}

// Whatever name leads there: it is the address that counts.
TEST(HttpClient, ConnectsToNoAddressThatTheGateRefuses) {
  ScriptedServer server([](const ReceivedRequest&, size_t) { return http_answer(200, "here"); });
  const AddressGate closed;
  const AddressGate open{{*parse_network("127.0.0.0/8"), *parse_network("::1")}};
  const std::string port = std::to_string(server.port());
  setenv("http_proxy", server.url().c_str(), 1);  // which would connect for us
  for (const std::string host : {"127.0.0.1", "localhost", "127.1", "0x7f000001", "2130706433", "0.0.0.0",
                                 "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::1]"}) {
    HttpPost post = post_to("http://" + host + ":" + port + "/");
    post.gate = &closed;
    const auto [kind, message] = failure_of(post);
    EXPECT_EQ(kind, HttpFailure::Kind::unreachable) << host;
    EXPECT_THAT(message, HasSubstr("its address may not be reached")) << host;
  }
  EXPECT_TRUE(server.received().empty());
  HttpPost post = post_to("http://signpost.invalid/");
  post.gate = &open;
  EXPECT_EQ(failure_of(post).first, HttpFailure::Kind::unreachable);
  unsetenv("http_proxy");
  post = post_to("http://localhost:" + port + "/");
  post.gate = &open;
  EXPECT_EQ(HttpClient().post(post).body, "here");
}

TEST(HttpClient, NobodyListens) {
  std::string url;
  {
    ScriptedServer server([](const ReceivedRequest&, size_t) { return ""; });
    url = server.url();
  }
  EXPECT_EQ(failure_of(post_to(url)).first, HttpFailure::Kind::unreachable);
}

// A server of TLS with a certificate that it made itself; it takes one connection.
class SelfSignedServer {
 public:
  SelfSignedServer() : listening_(testing::listening_socket()), context_(SSL_CTX_new(TLS_server_method())) {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME* name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"),
                               -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    SSL_CTX_use_certificate(context_, certificate);
    SSL_CTX_use_PrivateKey(context_, key);
    X509_free(certificate);
    EVP_PKEY_free(key);
    thread_ = std::thread([this] {
      const Descriptor socket(::accept(listening_.get(), nullptr, nullptr));
      SSL* session = SSL_new(context_);
      SSL_set_fd(session, socket.get());
      char byte = 0;
      got_request_ = SSL_accept(session) == 1 && SSL_read(session, &byte, 1) == 1;
      SSL_free(session);
    });
  }
  ~SelfSignedServer() { SSL_CTX_free(context_); }
  int port() const { return port_of(listening_); }
  bool got_request() {
    thread_.join();
    return got_request_;
  }

 private:
  Descriptor listening_;
  SSL_CTX* context_;
  std::thread thread_;
  bool got_request_ = false;
};

TEST(HttpClient, TrustsNoCertificateThatNobodyVouchesFor) {
  SelfSignedServer server;
  const auto [kind, message] = failure_of(post_to("https://localhost:" + std::to_string(server.port())));
  EXPECT_EQ(kind, HttpFailure::Kind::unreachable);
  EXPECT_THAT(message, HasSubstr("certificate"));
  EXPECT_FALSE(server.got_request());
}

TEST(HttpClient, RefusesWhatIsNoAddress) {
  for (const char* url : {"", "localhost:8080", "ftp://localhost/", "file:///etc/passwd", "http://",
                          "http://a b/", "https://[::1", "http://localhost:99999/"}) {
    try {
      HttpClient().post(post_to(url));
      ADD_FAILURE() << url;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage) << url;
    }
  }
  HttpPost post = post_to("http://127.0.0.1/");
  post.headers.emplace_back("A", "b\r\nC: d");
  EXPECT_THROW(HttpClient().post(post), Error);
}

TEST(HttpClient, ShowsUrlsWithoutWhatIsSecret) {
  const struct {
    const char* in;
    const char* want;
  } kCases[] = {
      {"http://localhost:8080/v1", "http://localhost:8080/v1"},
      {"https://user:password@example.com/v1?key=1#x", "https://example.com/v1"},
      {"https://user@example.com", "https://example.com/"},
  };
  for (const auto& [in, want] : kCases) EXPECT_EQ(url_for_messages(in), want);
}

TEST(HttpClient, KeepsItsConnection) {
  std::atomic<int> asked = 0;
  Server server(testing::patient_options(), {[&](const Request& request) {
                                               ++asked;
                                               return text_response(200, request.header("x-nth"));
                                             },
                                             testing::refuse});
  server.start();
  const HttpClient client;
  for (int nth = 0; nth < 20; ++nth) {
    HttpPost post = post_to("http://127.0.0.1:" + std::to_string(server.port()) + "/");
    post.headers.emplace_back("X-Nth", std::to_string(nth));
    EXPECT_EQ(client.post(post).body, std::to_string(nth));
  }
  EXPECT_EQ(asked, 20);
  EXPECT_EQ(server.stats().accepted, 1u);
}

TEST(HttpClient, AsksNoProxyForThisMachine) {
  // As in a pipeline behind a proxy; nobody listens at port 1.
  setenv("http_proxy", "http://127.0.0.1:1/", 1);
  ScriptedServer server([](const ReceivedRequest&, size_t) { return http_answer(200, "direct"); });
  EXPECT_EQ(HttpClient().post(post_to(server.url())).body, "direct");
  EXPECT_THAT(failure_of(post_to("http://signpost.invalid/")).second, HasSubstr("http://signpost.invalid/"));
  ScriptedServer proxy([](const ReceivedRequest&, size_t) { return http_answer(200, "through it"); });
  setenv("http_proxy", proxy.url().c_str(), 1);
  EXPECT_EQ(HttpClient().post(post_to("http://signpost.invalid/")).body, "through it");
  unsetenv("http_proxy");
}

}  // namespace
}  // namespace signpost
