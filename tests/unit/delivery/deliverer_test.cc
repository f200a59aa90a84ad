#include "delivery/deliverer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "data_folder.h"
#include "scripted_server.h"

namespace signpost {
namespace {

using testing::http_answer;
using testing::ReceivedRequest;
using testing::ScriptedServer;

class DelivererTest : public ::testing::Test {
 protected:
  DelivererTest()
      : store_(
            {.dir = folder_.path(),
             .subscriptions = {{"a", {EventKind::request_received}}, {"b", {EventKind::request_received}}}}) {
    store_.check();
  }

  static Delivery delivery(const std::string& id, const std::string& url) {
    return {.id = id,
            .kinds = {EventKind::request_received},
            .gate = {{*parse_network("127.0.0.1")}, true},
            .ca_file = "",
            .target = WebhookTarget{url, {"a key of twenty-four byte"}, {}, {}}};
  }
  DeliveryCounts count_of(const std::string& id) {
    for (const DeliveryCounts& counts : deliverer_.counts()) {
      if (counts.delivery == id) return counts;
    }
    return {};
  }
  template <typename Is>
  void wait_until(const Is& is) {
    while (!is()) std::this_thread::yield();
  }

  const DataFolder folder_{"signpost-deliverer"};
  Store store_;
  Deliverer deliverer_{{store_, [] { return DeliverySite{}; }}};
};

// One that never answers holds up no other, nor the end.
TEST_F(DelivererTest, DeliversToEachByItself) {
  ScriptedServer silent([](const ReceivedRequest&, size_t) { return ""; });
  ScriptedServer answers([](const ReceivedRequest&, size_t) { return http_answer(200, ""); });
  deliverer_.use({delivery("a", silent.url()), delivery("b", answers.url())});
  for (int i = 0; i < 20; ++i) store_.keep(draft_of("ann@example.com"), "", 100);
  wait_until([&] { return count_of("b").delivered == 20; });
  wait_until([&] { return count_of("b").waiting == 0; });
  wait_until([&] { return silent.received().size() == 1; });
  EXPECT_EQ(count_of("a").delivered, 0u);
  EXPECT_EQ(count_of("a").waiting, 20);
  deliverer_.use({});
  EXPECT_EQ(count_of("a").waiting, 20);  // nothing is lost
  EXPECT_EQ(count_of("a").failed, 0u);
}

TEST_F(DelivererTest, GoesOnWithOtherSettings) {
  ScriptedServer first([](const ReceivedRequest&, size_t) { return http_answer(500, ""); });
  ScriptedServer second([](const ReceivedRequest&, size_t) { return http_answer(200, ""); });
  deliverer_.use({delivery("a", first.url())});
  store_.keep(draft_of("ann@example.com"), "", 100);
  wait_until([&] { return count_of("a").failed == 1; });
  deliverer_.use({delivery("a", second.url()), delivery("b", second.url())});
  store_.keep(draft_of("ann@example.com"), "", 100);
  wait_until([&] { return second.received().size() >= 3; });
  EXPECT_EQ(count_of("a").failed, 1u);  // still counted
}

}  // namespace
}  // namespace signpost
