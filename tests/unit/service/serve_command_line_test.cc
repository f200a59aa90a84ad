// serve_command_line_test.cc - flags, variables, and which of them wins.
#include "service/serve_command_line.h"

#include <gtest/gtest.h>
#include <stdlib.h>

namespace signpost {
namespace {

std::optional<ServeOptions> parse(std::vector<const char*> words, int& exit_code) {
  words.insert(words.begin(), "signpost-serve");
  ::testing::internal::CaptureStdout();
  ::testing::internal::CaptureStderr();
  const auto options = parse_serve_command_line(static_cast<int>(words.size()), words.data(), exit_code);
  ::testing::internal::GetCapturedStdout();
  ::testing::internal::GetCapturedStderr();
  return options;
}

TEST(Options, FlagsWinOverVariables) {
  int exit_code = 0;
  setenv("SIGNPOST_PORT", "9000", 1);
  setenv("SIGNPOST_INDEX", "/srv/index", 1);
  EXPECT_EQ(parse({}, exit_code)->port, 9000);
  EXPECT_EQ(parse({}, exit_code)->index, "/srv/index");
  EXPECT_EQ(parse({"--port", "9001"}, exit_code)->port, 9001);
  unsetenv("SIGNPOST_PORT");
  unsetenv("SIGNPOST_INDEX");
  const auto options = parse({"--web", "w"}, exit_code);
  EXPECT_EQ(options->port, 8080);
  EXPECT_EQ(options->index, "index");
  EXPECT_EQ(options->web, "w");
  EXPECT_EQ(options->host, "127.0.0.1");
  EXPECT_GE(options->threads, 8u);
  EXPECT_EQ(options->embedder, "");
  EXPECT_EQ(parse({"--embedder", "http://e:8095"}, exit_code)->embedder, "http://e:8095");
}

TEST(Options, SayHowMuchPeopleMaySend) {
  int exit_code = 0;
  EXPECT_EQ(parse({}, exit_code)->request_rate, 60);
  EXPECT_EQ(parse({}, exit_code)->data_limit_mb, 1000u);
  const auto options = parse({"--request-rate", "0.5", "--data-limit", "0"}, exit_code);
  EXPECT_EQ(options->request_rate, 0.5);
  EXPECT_EQ(options->data_limit_mb, 0u);
  EXPECT_FALSE(parse({"--request-rate", "many"}, exit_code));
  EXPECT_FALSE(parse({"--data-limit", "-1"}, exit_code));
  EXPECT_EQ(exit_code, 2);
}

TEST(Options, WhoShowsASourceIsAtATerminal) {
  int exit_code = 0;
  setenv("XDG_CACHE_HOME", "/cache", 1);
  const auto defaults = parse({"--source", "/srv/my articles"}, exit_code);
  EXPECT_EQ(defaults->source, "/srv/my articles");
  EXPECT_EQ(defaults->index, default_index_dir("/srv/my articles"));
  EXPECT_EQ(defaults->port, 8080);
  EXPECT_GT(defaults->ports, 1);
  EXPECT_TRUE(defaults->live_reload);
  EXPECT_EQ(defaults->log_level, "warning");
  const auto named = parse(
      {"--source", "s", "--site", "f", "--index", "i", "--port", "8080", "--log-level", "info"}, exit_code);
  EXPECT_EQ(named->site_file, "f");
  EXPECT_EQ(named->index, "i");
  EXPECT_EQ(named->ports, 1);
  EXPECT_EQ(named->log_level, "info");
  setenv("SIGNPOST_SOURCE", "/srv/help", 1);
  setenv("SIGNPOST_PORT", "9000", 1);
  EXPECT_EQ(parse({}, exit_code)->source, "/srv/help");
  EXPECT_EQ(parse({}, exit_code)->ports, 1);
  unsetenv("SIGNPOST_SOURCE");
  unsetenv("SIGNPOST_PORT");
  unsetenv("XDG_CACHE_HOME");
  const auto without = parse({}, exit_code);
  EXPECT_EQ(without->ports, 1);
  EXPECT_FALSE(without->live_reload);
  EXPECT_EQ(without->log_level, "info");
  EXPECT_FALSE(parse({"--site", "f"}, exit_code).has_value()) << "of no source";
}

TEST(Options, EachSourceHasAnIndexOfItsOwn) {
  const char* home = std::getenv("HOME");
  const std::string kept = home == nullptr ? "" : home;
  struct Case {
    const char* cache;
    const char* home;
    const char* source;
    const char* want;  // what it begins with; "" for an error
  };
  const Case cases[] = {{"/cache", "/home/mina", "/srv/help", "/cache/signpost/help-"},
                        {"/cache", "/home/mina", "/srv/../srv/help/", "/cache/signpost/help-"},
                        {"relative", "/home/mina", "/srv/help", "/home/mina/.cache/signpost/help-"},
                        {"", "/home/mina", "/srv/h\xc3\xa9lp me", "/home/mina/.cache/signpost/h--lp-me-"},
                        {"", "/home/mina", "/", "/home/mina/.cache/signpost/-"},
                        {"", "", "/srv/help", ""}};
  for (const Case& c : cases) {
    setenv("XDG_CACHE_HOME", c.cache, 1);
    setenv("HOME", c.home, 1);
    int exit_code = 0;
    const auto options = parse({"--source", c.source}, exit_code);
    EXPECT_EQ(options.has_value(), *c.want != '\0') << c.source;
    if (options) {
      EXPECT_EQ(options->index.rfind(c.want, 0), 0u) << options->index;
      EXPECT_EQ(options->index.size(), std::string(c.want).size() + 16) << options->index;
    } else {
      EXPECT_EQ(exit_code, 2);
    }
  }
  setenv("XDG_CACHE_HOME", "/cache", 1);
  EXPECT_NE(default_index_dir("/srv/a/help"), default_index_dir("/srv/b/help"));
  unsetenv("XDG_CACHE_HOME");
  setenv("HOME", kept.c_str(), 1);
}

TEST(Options, LimitsAndWatching) {
  int exit_code = 0;
  const auto defaults = parse({}, exit_code);
  EXPECT_EQ(defaults->rate_limit, 0);
  EXPECT_TRUE(defaults->trusted_proxies.empty());
  EXPECT_FALSE(defaults->metrics) << "nobody is told what is counted who wasn't meant to be";
  EXPECT_FALSE(defaults->log_queries);
  EXPECT_FALSE(defaults->log_addresses);
  EXPECT_GT(defaults->max_connections, 10000u);
  const auto options = parse({"--rate-limit", "2.5", "--trusted-proxies", "10.0.0.0/8,::1", "--metrics",
                              "[::1]:9180", "--log-queries", "--log-addresses"},
                             exit_code);
  EXPECT_EQ(options->rate_limit, 2.5);
  ASSERT_EQ(options->trusted_proxies.size(), 2u);
  EXPECT_TRUE(options->trusted_proxies[0].contains(*parse_address("10.1.2.3")));
  EXPECT_TRUE(options->trusted_proxies[1].contains(*parse_address("::1")));
  EXPECT_EQ(options->metrics->host, "::1");
  EXPECT_EQ(options->metrics->port, 9180);
  EXPECT_TRUE(options->log_queries);
  EXPECT_TRUE(options->log_addresses);
  EXPECT_EQ(parse({"--rate-limit", "0.001"}, exit_code)->rate_limit, 0.001);
  setenv("SIGNPOST_TRUSTED_PROXIES", "192.0.2.0/24,198.51.100.7", 1);
  EXPECT_EQ(parse({}, exit_code)->trusted_proxies.size(), 2u);
  unsetenv("SIGNPOST_TRUSTED_PROXIES");
}

TEST(Options, AHeaderThatNamesStaffNeedsWhoIsBelieved) {
  int exit_code = 0;
  const auto options = parse(
      {"--data", "d", "--trusted-proxies", "10.0.0.1", "--staff-header", "X-Forwarded-User"}, exit_code);
  EXPECT_EQ(options->staff_header, "x-forwarded-user");
  EXPECT_EQ(parse({"--data", "d"}, exit_code)->staff_header, "");
}

TEST(Options, EndWhatTheEnvironmentGetsWrong) {
  const std::pair<const char*, const char*> cases[] = {{"SIGNPOST_PORT", "x"},
                                                       {"SIGNPOST_PORT", "70000"},
                                                       {"SIGNPOST_LOG_LEVEL", "loud"},
                                                       {"SIGNPOST_TRUSTED_PROXIES", "10.0.0.1,proxy"},
                                                       {"SIGNPOST_METRICS", "9180"}};
  for (const auto& [name, value] : cases) {
    int exit_code = -1;
    setenv(name, value, 1);
    EXPECT_FALSE(parse({}, exit_code).has_value()) << name;
    EXPECT_EQ(exit_code, 2) << name;
    unsetenv(name);
  }
}

TEST(Options, EndWhatIsNotToBeServed) {
  const std::pair<std::vector<const char*>, int> cases[] = {
      {{"--help"}, 0},
      {{"--version"}, 0},
      {{"--port", "x"}, 2},
      {{"--port", "70000"}, 2},
      {{"--log-level", "loud"}, 2},
      {{"--nonsense"}, 2},
      {{"--rate-limit", "-1"}, 2},
      {{"--rate-limit", "nan"}, 2},
      {{"--rate-limit", "inf"}, 2},
      {{"--rate-limit", "1e308"}, 2},
      {{"--rate-limit", "1e-300"}, 2},
      {{"--rate-limit", "0.0009"}, 2},
      {{"--rate-limit", ""}, 2},
      {{"--rate-limit", "2x"}, 2},
      {{"--threads", "-1"}, 2},
      {{"--max-connections", "99999999999999999999"}, 2},
      {{"--trusted-proxies", "10.0.0.0/40"}, 2},
      {{"--trusted-proxies", "10.0.0.1,proxy"}, 2},
      {{"--metrics", "9180"}, 2},
      {{"--data", "d", "--staff-header", "X-User"}, 2},
      {{"--trusted-proxies", "10.0.0.1", "--staff-header", "X-User"}, 2},
      {{"--data", "d", "--trusted-proxies", "10.0.0.1", "--staff-header", "X User"}, 2},
      {{"--max-connections", "0"}, 2},
      {{"--max-connections-per-address", "0"}, 2}};
  for (const auto& [words, want] : cases) {
    int exit_code = -1;
    EXPECT_FALSE(parse(words, exit_code).has_value()) << words[0];
    EXPECT_EQ(exit_code, want) << words[0];
  }
}

}  // namespace
}  // namespace signpost
