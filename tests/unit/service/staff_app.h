// staff_app.h - a service with a store and one account of staff, for the tests of what is theirs.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "net/url.h"
#include "staff/password_hash.h"
#include "staff/session_token.h"
#include "store/event_store.h"
#include "store/request_code.h"
#include "store/staff_table.h"
#include "store/store.h"
#include "test_site.h"

namespace signpost::testing {

using Headers = std::vector<std::pair<std::string, std::string>>;

inline constexpr char kStaffPassword[] = "correct horse battery";

// "lee" may sign in; one request is there.
class StaffApp : public ::testing::Test {
 protected:
  enum class Accounts { none, one };
  enum class From { anywhere, proxy };

  explicit StaffApp(Accounts accounts = Accounts::one, std::string header = "")
      : app_({.store = &store_,
              .clock = [] { return now_; },
              .events = &events_,
              .staff = &entrance_,
              .staff_header = header}) {
    now_ = kTestNow;
    store_.check();
    if (accounts == Accounts::one)
      store_.write([](SqliteDatabase& database) { add_staff_account(database, "lee", hash(), now_); });
    RequestDraft draft;
    draft.lang = "ko";
    draft.reply_to = "ann@example.com";
    draft.name = "Ann";
    draft.product = "Desktop";
    draft.message = "<b>It</b> does not start.\nAt all.";
    draft.packet = {.questions = {"why does it not <start>?"},
                    .read = {{"install", "steps"}, {"no-such-article", ""}},
                    .tried = {{"install", "", 2}},
                    .answers = {"reset-password#", "Put in paper."},
                    .incidents = {"app-crash"}};
    code_ = store_.keep(draft, "", now_)->code;
  }

  static const std::string& hash() {
    static const std::string kHash = hash_password(kStaffPassword);  // once: it takes its time
    return kHash;
  }

  // As "lee" would have by signing in.
  std::string begin_session() {
    const std::string token = make_session_token();
    store_.write([&](SqliteDatabase& database) {
      add_staff_session(database, session_sum(token), "lee", hash(), now_);
    });
    return token;
  }
  static Headers cookie(const std::string& token) { return {{"cookie", "__Host-signpost-staff=" + token}}; }

  Response ask(const std::string& method, const std::string& target, const Headers& headers = {},
               const std::string& body = "", From from = From::anywhere) {
    Request request;
    request.method = method;
    EXPECT_TRUE(parse_target(target, request)) << target;
    request.headers = headers;
    if (method == "POST") request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    request.body = body;
    request.client = "192.0.2.1";
    request.by_proxy = from == From::proxy;
    return app_.app().handle(request);
  }
  StoredRequest stored() {
    std::optional<StoredRequest> found;
    store_.read(
        [&](SqliteDatabase& database) { found = find_request(database, *parse_request_code(code_)); });
    return *found;
  }

  static inline int64_t now_ = kTestNow;
  const TemporaryDirectory folder_;
  Store store_{{.dir = folder_.path() + "/data"}};
  EventStore events_{folder_.path() + "/data"};
  StaffEntrance entrance_{store_};
  TestApp app_;
  std::string code_;  // of the request
};

}  // namespace signpost::testing
