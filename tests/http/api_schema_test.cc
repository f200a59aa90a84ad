// api_schema_test.cc - what the API really answers fits what web/openapi.json says, both ways round.
#include <gtest/gtest.h>

#include <set>
#include <tuple>

#include "contact/presence.h"
#include "contact/request_guard.h"
#include "net/webhook.h"
#include "schema_check.h"
#include "service/routes.h"
#include "store/store.h"
#include "test_site.h"

namespace signpost {
namespace {

using nlohmann::json;
using testing::TestApp;

TestApp& app() {
  static const testing::TemporaryDirectory index;
  static Store store({.dir = index.path() + "/data"});
  static Presence presence;
  static WebhookReceiver webhooks({std::string(32, 'k')}, 0);
  static TestApp instance({.store = &store,
                           .clock = [] { return testing::kTestNow; },
                           .presence = &presence,
                           .webhooks = &webhooks});
  static const std::string published = testing::publish_test_generation(
      index.path() + "/index", "", testing::test_incidents(), testing::test_channels());
  static const auto generation = instance.open(published);
  instance.serve(generation);
  return instance;
}

Response send(const std::string& body) {
  return app().post("/api/v1/requests", body, {{"content-type", "application/json"}});
}

Response send_signed(const std::string& target, const std::string& id, const std::string& body) {
  const std::string now = std::to_string(testing::kTestNow);
  return app().post(target, body,
                    {{"content-type", "application/json"},
                     {"webhook-id", id},
                     {"webhook-timestamp", now},
                     {"webhook-signature", webhook_signature(std::string(32, 'k'), id, now, body)}});
}

std::string kept_code() { return json::parse(send(R"({"message": "a"})").body).at("code"); }

const json& description() {
  static const json kDescription = json::parse(app().get("/openapi.json").body);
  return kDescription;
}

// What the description says of the answer with this status.
void expect_fit(const Response& response, int status, const char* path, const char* method) {
  ASSERT_EQ(response.status, status) << path;
  const json& content =
      description().at("paths").at(path).at(method).at("responses").at(std::to_string(status)).at("content");
  ASSERT_TRUE(content.contains(response.content_type)) << path << " is " << response.content_type;
  const auto errors = testing::check_schema(json::parse(response.body),
                                            content.at(response.content_type).at("schema"), description());
  for (const std::string& error : errors) ADD_FAILURE() << path << error;
}

TEST(ApiSchema, AnswersFit) {
  struct Case {
    const char* target;
    const char* path;  // in the description
    int status;
    const char* sent = nullptr;  // by POST
  };
  const std::string request = "/api/v1/requests/" + kept_code();
  const Case cases[] = {
      {"/api/v1/requests", "/api/v1/requests", 201, R"({"message": "a"})"},
      {"/api/v1/requests", "/api/v1/requests", 400, R"({"message": 1, "packet": {"read": [{}]}})"},
      {request.c_str(), "/api/v1/requests/{code}", 200},
      {"/api/v1/requests/0000-0000-0000", "/api/v1/requests/{code}", 404},
      {"/api/v1/search", "/api/v1/search", 200},
      {"/api/v1/search?q=install", "/api/v1/search", 200},
      {"/api/v1/search?q=install&explain=1&lang=ko", "/api/v1/search", 200},
      {"/api/v1/search?q=instal+pasword", "/api/v1/search", 200},
      {"/api/v1/search?q=printer&kind=community&correct=0", "/api/v1/search", 200},
      {"/api/v1/search?q=nothingmatchesthis&page=9", "/api/v1/search", 200},
      {"/api/v1/search?q=%3Cb%3E&category=accounts&level=basic&tag=password&product=Desktop",
       "/api/v1/search", 200},
      {"/api/v1/search?q=x&tag=a&tag=a&tag=b", "/api/v1/search", 200},
      {"/api/v1/search?page=0&level=x", "/api/v1/search", 400},
      {"/api/v1/answer", "/api/v1/answer", 200},
      {"/api/v1/answer?q=how+do+I+install+the+app", "/api/v1/answer", 200},
      {"/api/v1/answer?q=nothingmatchesthis", "/api/v1/answer", 200},
      {"/api/v1/answer?q=how+do+I+reset+my+password&explain=1&lang=ko&level=basic&product=Desktop",
       "/api/v1/answer", 200},
      {"/api/v1/answer?q=install&not=install%23steps&not=install%23", "/api/v1/answer", 200},
      {"/api/v1/answer?q=install&not=install&level=x", "/api/v1/answer", 400},
      {"/api/v1/suggest?q=in", "/api/v1/suggest", 200},
      {"/api/v1/suggest?q=", "/api/v1/suggest", 200},
      {"/api/v1/suggest?q=%EC%84%A4&lang=ko", "/api/v1/suggest", 200},
      {"/api/v1/suggest?limit=x", "/api/v1/suggest", 400},
      {"/api/v1/articles/install", "/api/v1/articles/{id}", 200},
      {"/api/v1/articles/install?lang=ja", "/api/v1/articles/{id}", 200},
      {"/api/v1/articles/install/share", "/api/v1/articles/{id}/share", 200},
      {"/api/v1/articles/install/share?lang=ko", "/api/v1/articles/{id}/share", 200},
      {"/api/v1/articles/install/share?anchor=none", "/api/v1/articles/{id}/share", 404},
      {"/api/v1/articles/sign-in?lang=ko", "/api/v1/articles/{id}", 200},
      {"/api/v1/articles/printer-offline", "/api/v1/articles/{id}", 200},
      {"/api/v1/articles/slow-search", "/api/v1/articles/{id}", 200},
      {"/api/v1/articles/none", "/api/v1/articles/{id}", 404},
      {"/api/v1/categories?lang=ja", "/api/v1/categories", 200},
      {"/api/v1/categories?page=2&per_page=1", "/api/v1/categories", 200},
      {"/api/v1/categories?per_page=201", "/api/v1/categories", 400},
      {"/api/v1/incidents", "/api/v1/incidents", 200},
      {"/api/v1/incidents?lang=ko&per_page=2", "/api/v1/incidents", 200},
      {"/api/v1/incidents?active=2", "/api/v1/incidents", 400},
      {"/api/v1/channels", "/api/v1/channels", 200},
      {"/api/v1/channels?lang=ko&product=Desktop", "/api/v1/channels", 200},
      {"/api/v1/search?q=my+app+crashes", "/api/v1/search", 200},
      {"/healthz", "/healthz", 200},
      {"/readyz", "/readyz", 200},
  };
  std::set<std::string> seen;
  for (const Case& test : cases) {
    expect_fit(test.sent == nullptr ? app().get(test.target) : send(test.sent), test.status, test.path,
               test.sent == nullptr ? "get" : "post");
    seen.insert(test.path);
  }
  const std::string beat = R"({"free":1,"waiting":0,"ttl_s":60})";
  for (const auto& [id, body, status] :
       {std::tuple("1", beat, 200), {"1", beat, 409}, {"2", "{}", 400}, {"", beat, 401}}) {
    const char* path = "/api/v1/presence/{channel}";
    expect_fit(send_signed("/api/v1/presence/chat", id, body), status, path, "post");
    seen.insert(path);
  }
  for (const auto& [body, status] :
       {std::pair(R"({"id":"install","helpful":false,"reason":"wrong"})", 201), {R"({"helpful":1})", 400}}) {
    const char* path = "/api/v1/feedback";
    expect_fit(app().post(path, body, {{"content-type", "application/json"}}), status, path, "post");
    seen.insert(path);
  }
  const auto tell = [](const std::string& event) {
    return app().post("/api/v1/events", event, {{"content-type", "text/plain"}});
  };
  expect_fit(tell(R"({"kind":"other","id":"install"})"), 400, "/api/v1/events", "post");
  EXPECT_EQ(tell(R"({"kind":"click","id":"install","q":"a","position":3})").status, 204);
  seen.insert("/api/v1/events");
  const std::string answered = R"({"state":"answered"})";
  const std::string path_of_state = "/api/v1/requests/" + kept_code() + "/state";
  for (const auto& [id, target, body, status] :
       {std::tuple("3", path_of_state, answered, 200),
        {"3", path_of_state, answered, 409},
        {"4", path_of_state, std::string("{}"), 400},
        {"", path_of_state, answered, 401},
        {"5", std::string("/api/v1/requests/0000-0000-0000/state"), answered, 404}}) {
    const char* path = "/api/v1/requests/{code}/state";
    expect_fit(send_signed(target, id, body), status, path, "post");
    seen.insert(path);
  }
  for (const auto& [path, operations] : description().at("paths").items()) {
    EXPECT_EQ(seen.count(path), 1u) << path << " is described, but not tested here";
  }
}

TEST(ApiSchema, RefusalsOfFloodsFit) {
  const testing::TemporaryDirectory folder;
  Store store({.dir = folder.path() + "/data"});
  Store full({.dir = folder.path() + "/data", .most_bytes = 1});
  ASSERT_TRUE(store.check());
  RequestGuard guard;
  TestApp flooded({.store = &store, .clock = [] { return testing::kTestNow; }, .guard = &guard});
  TestApp filled({.store = &full, .clock = [] { return testing::kTestNow; }});
  const auto post = [](TestApp& to) {
    return to.post("/api/v1/requests", R"({"message": "a"})", {{"content-type", "application/json"}});
  };
  for (int i = 0; !guard.is_flooded(); ++i) guard.admit(std::to_string(i), "", "", testing::kTestNow);
  expect_fit(post(flooded), 429, "/api/v1/requests", "post");
  expect_fit(post(filled), 507, "/api/v1/requests", "post");
  for (int i = 0; !guard.wait_to_ask(""); ++i) guard.missed("");
  expect_fit(flooded.get("/api/v1/requests/0000-0000-0000"), 429, "/api/v1/requests/{code}", "get");
}

// What the description limits is refused behind its limit, and taken up to there.
TEST(ApiSchema, LimitedFieldsOfARequestAreChecked) {
  const json& properties = description().at("components").at("schemas").at("NewRequest").at("properties");
  const auto status_with = [](const std::string& field, const json& value) {
    json request = {{"message", "a"}};
    request[json::json_pointer(field)] = value;
    return send(request.dump()).status;
  };
  int checked = 0;
  const auto check = [&](const std::string& field, const json& schema, const auto& value_of) {
    for (const char* limit : {"maxLength", "maxItems", "maximum"}) {
      if (!schema.contains(limit)) continue;
      const size_t most = schema.at(limit);
      EXPECT_EQ(status_with(field, value_of(most)), 201) << field;
      EXPECT_EQ(status_with(field, value_of(most + 1)), 400) << field;
      ++checked;
    }
  };
  const auto text_of = [](size_t size) { return json(std::string(size, 'x')); };
  for (const auto& [name, schema] : properties.items()) check("/" + name, schema, text_of);
  for (const auto& [name, schema] : properties.at("packet").at("properties").items()) {
    const std::string field = "/packet/" + name;
    if (!schema.contains("items")) {
      check(field, schema, text_of);
      continue;
    }
    const json& items = schema.at("items");
    const json entry = items.contains("properties") ? json{{"id", "a"}} : json("a");
    check(field, schema, [&](size_t count) { return json(std::vector<json>(count, entry)); });
    check(field + "/0", items, text_of);
    const json parts = items.value("properties", json::object());
    for (const auto& [part, of_part] : parts.items()) {
      check(field, of_part, [&, name = part](size_t most) {
        json changed = entry;
        changed[name] = name == "step" ? json(most) : text_of(most);
        return json::array({changed});
      });
    }
  }
  EXPECT_EQ(checked, 5 + 5 + 3 + 2 * 2 + 1 + 1);
}

TEST(ApiSchema, EveryApiRouteIsDescribed) {
  for (const Route& route : routes()) {
    if (!route.door.path.starts_with("/api/")) continue;
    EXPECT_TRUE(description().at("paths").contains(std::string(route.door.path))) << route.door.path;
  }
}

// Names in the path, each as the description lists it.
std::set<std::string> names_in(std::string_view path) {
  std::set<std::string> names;
  for (size_t at = path.find('{'); at != std::string_view::npos; at = path.find('{')) {
    path.remove_prefix(at + 1);
    names.insert(std::string(path.substr(0, path.find_first_of("*}"))));
  }
  return names;
}

// What the description has to say of the parameter's values.
json schema_of(const Parameter& parameter) {
  json schema = {{"type", "string"}};
  if (parameter.type == ParameterType::number)
    return {{"type", "integer"},
            {"minimum", parameter.least},
            {"maximum", parameter.most},
            {"default", parameter.otherwise}};
  if (parameter.type == ParameterType::flag) {
    schema["enum"] = {"0", "1"};
    schema["default"] = std::to_string(parameter.otherwise);
  }
  if (!parameter.choices.empty()) schema["enum"] = parameter.choices;
  if (parameter.type == ParameterType::texts) return {{"type", "array"}, {"items", schema}};
  return schema;
}

// What is sent along with it, as the description has to list it.
std::set<std::string> media_types_of(const json& described) {
  std::set<std::string> types;
  if (!described.contains("requestBody")) return types;
  for (const auto& [type, content] : described.at("requestBody").at("content").items()) types.insert(type);
  return types;
}

// The table of operations and the description say the same: paths, methods, what is sent along, parameters,
// and their limits.
TEST(ApiSchema, DescribesTheTableOfOperations) {
  std::set<std::string> described;
  for (const Operation& operation : operations()) {
    const std::string path(operation.door.path);
    if (!description().at("paths").contains(path)) continue;
    const std::string method = operation.door.method == Method::post ? "post" : "get";
    described.insert(method + " " + path);
    ASSERT_TRUE(description().at("paths").at(path).contains(method)) << method << " " << path;
    const json& said = description().at("paths").at(path).at(method);
    EXPECT_EQ(media_types_of(said), std::set<std::string>(operation.takes.begin(), operation.takes.end()))
        << path;
    std::set<std::string> names = names_in(path);
    for (const Parameter& parameter : operation.parameters) names.insert(std::string(parameter.name));
    for (const json& parameter : said.value("parameters", json::array())) {
      const std::string name = parameter.at("name");
      EXPECT_EQ(names.erase(name), 1u) << path << " does not take " << name;
      for (const Parameter& row : operation.parameters) {
        if (row.name != name) continue;
        EXPECT_EQ(parameter.at("in"), row.place == ParameterPlace::header ? "header" : "query") << path;
        EXPECT_EQ(parameter.at("schema"), schema_of(row)) << path << " " << name;
      }
    }
    EXPECT_TRUE(names.empty()) << path << ": not described: " << *names.begin();
  }
  std::set<std::string> all;
  for (const auto& [path, methods] : description().at("paths").items()) {
    for (const auto& [method, said] : methods.items()) all.insert(method + " " + path);
  }
  EXPECT_EQ(described, all);
}

// A parameter that the description limits is limited: what is within is taken, what is not is refused.
TEST(ApiSchema, LimitedParametersAreChecked) {
  std::set<std::string> checked;
  for (const auto& [path, operations] : description().at("paths").items()) {
    if (!operations.contains("get")) continue;
    for (const json& parameter : operations.at("get").value("parameters", json::array())) {
      const json schema = parameter.at("schema").value("items", parameter.at("schema"));
      if (!schema.contains("enum") && !schema.contains("maximum")) continue;
      const std::string name = parameter.at("name");
      const std::string target = path + "?" + name + "=";
      EXPECT_EQ(app().get(target + "wrong").status, 400) << target;
      if (schema.contains("enum")) {
        for (const std::string value : schema.at("enum"))
          EXPECT_EQ(app().get(target + value).status, 200) << target + value;
      } else {
        const int least = schema.at("minimum");
        const int most = schema.at("maximum");
        for (const int right : {least, most})
          EXPECT_EQ(app().get(target + std::to_string(right)).status, 200) << target << right;
        for (const int wrong : {least - 1, most + 1})
          EXPECT_EQ(app().get(target + std::to_string(wrong)).status, 400) << target << wrong;
      }
      checked.insert(path + " " + name);
    }
  }
  std::set<std::string> limited = {
      "/api/v1/answer correct",      "/api/v1/answer explain",  "/api/v1/categories page",
      "/api/v1/categories per_page", "/api/v1/search correct",  "/api/v1/search explain",
      "/api/v1/search page",         "/api/v1/search per_page", "/api/v1/suggest limit",
      "/api/v1/incidents active",    "/api/v1/incidents page",  "/api/v1/incidents per_page"};
  for (const Field field : kFacets) {
    const FieldRow& row = row_of(field);
    if (row.vocabulary.empty()) continue;
    for (const char* path : {"/api/v1/search ", "/api/v1/answer "})
      limited.insert(path + std::string(row.name));
  }
  EXPECT_EQ(checked, limited);
}

}  // namespace
}  // namespace signpost
