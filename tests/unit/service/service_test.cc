// service_test.cc - the service as a whole under load: new generations, reloads and the end lose no request;
// and what it answers to whom on which port.
#include "service/service.h"

#include <gmock/gmock.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <memory>
#include <thread>

#include "test_site.h"
#include "tests/unit/net/raw_client.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::Answer;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::publish_test_generation;
using testing::RawClient;
using testing::TemporaryDirectory;

class ServiceTest : public ::testing::Test {
 protected:
  ServiceTest() : index_(dir_.path() + "/index"), web_(dir_.path() + "/web") {
    fs::copy(testing::web_dir(), web_, fs::copy_options::recursive);
  }

  ServeOptions options() const {
    ServeOptions options;
    options.index = index_;
    options.web = web_;
    options.port = 0;
    options.threads = 4;
    options.log_level = "off";
    return options;
  }

  TemporaryDirectory dir_;
  const std::string index_;
  const std::string web_;
};

// Clients that read all the time; every answer has to be whole and right.
class Readers {
 public:
  explicit Readers(int port, int count = 8) : port_(port) {
    for (int i = 0; i < count; ++i) threads_.emplace_back([this, i] { read(i); });
  }
  ~Readers() { stop(); }

  void wait_for(int more) {
    for (const int wanted = good_ + more; good_ < wanted && bad_ == 0;) std::this_thread::sleep_for(1ms);
  }
  void stop() {
    stop_ = true;
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }
  int good() const { return good_; }
  int bad() const { return bad_; }

 private:
  void read(int first) {
    const char* targets[] = {"/api/v1/search?q=install", "/en/articles/install", "/"};
    auto client = std::make_unique<RawClient>(port_);
    for (int n = first; !stop_; ++n) {
      const Answer answer = client->get(targets[n % 3]);
      const bool right = answer.status == 200 && answer.body.find("nstall") != std::string::npos;
      ++(right ? good_ : bad_);
      if (!right || answer.header("Connection") == "close") client = std::make_unique<RawClient>(port_);
    }
  }

  const int port_;
  std::atomic<bool> stop_{false};
  std::atomic<int> good_{0};
  std::atomic<int> bad_{0};
  std::vector<std::thread> threads_;
};

TEST_F(ServiceTest, LosesNoRequestWhenTheGenerationChanges) {
  Service service(options());
  service.start();
  EXPECT_EQ(RawClient(service.port()).get("/readyz").status, 503);
  EXPECT_EQ(RawClient(service.port()).get("/healthz").status, 200);
  publish_test_generation(index_);
  while (RawClient(service.port()).get("/readyz").status != 200) std::this_thread::sleep_for(5ms);
  Readers readers(service.port());
  for (int generation = 0; generation < 5; ++generation) {
    const std::string title = "Title " + std::to_string(generation);
    publish_test_generation(index_, title);
    while (RawClient(service.port()).get("/api/v1/articles/extra").body.find(title) == std::string::npos)
      std::this_thread::sleep_for(5ms);
  }
  readers.wait_for(50);
  readers.stop();
  EXPECT_EQ(readers.bad(), 0);
}

// What can't be read has no route yet, but its address says for whom the refusal is.
TEST_F(ServiceTest, RefusesPeopleWithAPageAndProgramsWithAProblem) {
  publish_test_generation(index_);
  Service service(options());
  service.start();
  const std::string long_text(20000, 'a');
  const std::pair<std::string, int> cases[] = {{"search?q=" + long_text, 414},
                                               {"search?q=%FF", 400},
                                               {long_text, 414},
                                               {std::string(12000, 'a'), 404}};
  for (const auto& [target, status] : cases) {
    SCOPED_TRACE(target.substr(0, 20));
    const Answer page = RawClient(service.port()).get("/" + target);
    EXPECT_EQ(page.status, status);
    EXPECT_THAT(page.header("Content-Type"), HasSubstr("text/html"));
    EXPECT_THAT(page.body, HasSubstr("role=\"search\""));
    const Answer problem = RawClient(service.port()).get("/api/" + target);
    EXPECT_EQ(problem.status, status);
    EXPECT_EQ(problem.header("Content-Type"), "application/problem+json");
  }
  const std::string paste = "/search?lang=en&q=install" + std::string(15000, 'b');
  EXPECT_EQ(RawClient(service.port()).get(paste).status, 200);
}

TEST_F(ServiceTest, ReloadsWebFilesUnderLoad) {
  publish_test_generation(index_);
  Service service(options());
  service.start();
  const std::string before = RawClient(service.port()).get("/assets/css/app.css").header("ETag");
  Readers readers(service.port());
  for (int i = 0; i < 5; ++i) {
    readers.wait_for(20);
    std::ofstream(web_ + "/css/app.css", std::ios::app) << "/* " << i << " */\n";
    service.reload();
    const Answer css = RawClient(service.port()).get("/assets/css/app.css");
    EXPECT_THAT(css.body, HasSubstr("/* " + std::to_string(i) + " */"));
    EXPECT_NE(css.header("ETag"), before);
    EXPECT_THAT(RawClient(service.port()).get("/").body, HasSubstr("/assets/css/app."));
  }
  readers.wait_for(20);
  readers.stop();
  EXPECT_EQ(readers.bad(), 0);
}

TEST_F(ServiceTest, ARefusedReloadChangesNothing) {
  publish_test_generation(index_);
  Service service(options());
  service.start();
  const std::string before = RawClient(service.port()).get("/").body;
  fs::remove_all(web_ + "/templates");
  service.reload();
  EXPECT_EQ(RawClient(service.port()).get("/").body, before);
}

TEST_F(ServiceTest, AnswersMetricsOnTheirOwnPortOnly) {
  publish_test_generation(index_);
  ServeOptions with_metrics = options();
  with_metrics.metrics = Endpoint{"127.0.0.1", 0};
  Service service(with_metrics);
  service.start();
  EXPECT_EQ(RawClient(service.port()).get("/metrics").status, 404);
  RawClient idle(service.port());
  EXPECT_EQ(idle.get("/api/v1/search?q=install").status, 200);
  const Answer metrics = RawClient(service.metrics_port()).get("/metrics");
  EXPECT_EQ(metrics.status, 200);
  EXPECT_THAT(metrics.body, HasSubstr("signpost_requests_total{route=\"api_search\",status=\"200\"} 1\n"));
  EXPECT_THAT(metrics.body, HasSubstr("signpost_ready 1\n"));
  EXPECT_THAT(metrics.body, Not(HasSubstr("signpost_connections 0\n")));
  EXPECT_EQ(RawClient(service.metrics_port()).get("/").status, 404);
  EXPECT_EQ(RawClient(service.metrics_port()).get("/readyz").status, 404);
}

// By construction: only names of a table are ever opened. Escaped and plain dots are no request at all.
TEST_F(ServiceTest, NoPathLeadsOut) {
  publish_test_generation(index_);
  Service service(options());
  service.start();
  for (const char* target :
       {"/files/../manifest.json", "/files/%2e%2e/manifest.json", "/files/..%2fmanifest.json",
        "/files/%252e%252e/manifest.json", "/files//etc/passwd", "/files/img", "/files/manifest.json",
        "/assets/../templates/home.html", "/assets/templates/home.html", "/assets//etc/passwd",
        "/articles/..%2f..%2fetc%2fpasswd", "/articles/....", "/en/articles/%00", "/community/%5c..%5c"}) {
    const Answer answer = RawClient(service.port()).get(target);
    EXPECT_GE(answer.status, 400) << target;
    EXPECT_LT(answer.status, 500) << target;
    EXPECT_THAT(answer.body, Not(HasSubstr("root:"))) << target;
    EXPECT_THAT(answer.body, Not(HasSubstr("sha256"))) << target;
  }
}

}  // namespace
}  // namespace signpost
