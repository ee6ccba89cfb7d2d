package dev.cleave.platform.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for what went wrong outside the controllers. */
@Controller
public final class ProblemErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object mishap = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problems.write(
                mishap instanceof Throwable throwable
                        ? BrokenTransfer.problem(throwable).orElseGet(() -> Mishaps.log(request.getMethod(), throwable))
                        : Problem.ofStatus(status instanceof Integer code && code >= 400 ? code : 404),
                request,
                response);
    }
}
